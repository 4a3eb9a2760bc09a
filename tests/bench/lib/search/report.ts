import { hasAnswer, measureKinds, type Outcome } from './judge.ts';
import type { Half } from './queries.ts';
import { percent, printTable, ratio } from './table.ts';

/** Every measure of our search by kind of query. */
export function printMeasures(title: string, outcomes: readonly Outcome[]): void {
	const columns = ['kind', 'queries', 'MRR@10', 'recall@5', 'no result', 'not exact', 'false answer'];
	const rows = [...measureKinds(outcomes)].map(([kind, { count, mrr, recall, zero, notExact, falseAnswer }]) => [
		kind,
		String(count),
		ratio(mrr),
		ratio(recall),
		...[zero, notExact, falseAnswer].map(percent),
	]);
	printTable(title, columns, rows);
}

/** MRR@10 by kind beside the peers'; marks where any peer is better, and answers these kinds. */
export function printComparison(title: string, engines: ReadonlyMap<string, readonly Outcome[]>): void {
	const names = [...engines.keys()];
	const measures = new Map([...engines].map(([name, outcomes]) => [name, measureKinds(outcomes)]));
	const kinds = [...(measures.get(names[0] ?? '')?.keys() ?? [])];
	const row = (label: string, value: (name: string) => string) => [label, ...names.map(value)];
	const of = (name: string, kind: string) => measures.get(name)?.get(kind);
	printTable(
		title,
		['MRR@10', ...names],
		[
			...kinds
				.filter((kind) => !Number.isNaN(of(names[0] ?? '', kind)?.mrr ?? NaN))
				.map((kind) => row(kind, (name) => ratio(of(name, kind)?.mrr ?? NaN))),
			row('no result', (name) => percent(of(name, 'all')?.zero ?? NaN)),
			row('false answer', (name) => percent(of(name, 'all')?.falseAnswer ?? NaN)),
		],
	);
}

/** Kind by kind: ours against the best peer in it, whichever that is. */
export function printVerdict(title: string, engines: ReadonlyMap<string, readonly Outcome[]>): void {
	const [[, ours] = ['', []], ...others] = [...engines];
	const peers = others.map(([name, outcomes]) => ({ name, kinds: measureKinds(outcomes) }));
	const rows = [...measureKinds(ours)].flatMap(([kind, { count, mrr }]) => {
		if (Number.isNaN(mrr)) return [];
		const best = peers
			.map(({ name, kinds }) => ({ name, mrr: kinds.get(kind)?.mrr ?? 0 }))
			.reduce((a, b) => (b.mrr > a.mrr ? b : a), { name: '', mrr: 0 });
		return [[kind, String(count), ratio(mrr), ratio(best.mrr), best.name, best.mrr > mrr ? 'WORSE' : '']];
	});
	printTable(title, ['kind', 'queries', 'ours', 'best peer', '', ''], rows);
}

/** Queries whose right page is not first, of the half that may be looked at: who reads the other's misses tunes against them. */
export function printMisses(half: Half, outcomes: readonly Outcome[]): void {
	if (half.isHeld) return;
	const isMiss = (outcome: Outcome) =>
		hasAnswer(outcome) ? outcome.rank !== 1 : outcome.pages.length > 0 && outcome.match === 'good';
	console.log(`\nmisses, ${half.name}: rank, kind, query → first (wanted)\n`);
	for (const { judged, rank, pages } of outcomes.filter(isMiss)) {
		const wanted = judged.relevant[0] ?? 'no answer';
		console.log(`${String(rank || '-').padStart(2)}  ${judged.kind}  ${judged.query}  →  ${pages[0] ?? 'nothing'}  (${wanted})`);
	}
}
