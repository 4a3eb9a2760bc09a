import { pairsOf, runsOf, stem } from './text.ts';

/** A piece of an excerpt; `hit` marks what matched. */
export interface Segment {
	text: string;
	hit: boolean;
}

/** Characters of an excerpt: Chinese says about twice as much in one. */
const width = { han: 70, other: 150 };
/** What may stand before the first hit. */
const lead = 0.2;

/** The passage of a text that holds most of the terms, with what matched marked; its start when nothing does. */
export function makeExcerpt(source: string, terms: ReadonlySet<string>): Segment[] {
	const text = source.replaceAll('\n', ' ');
	const size = /\p{Script=Han}/u.test(text) ? width.han : width.other;
	const hits = findHits(text, terms);
	const start = bestStart(text, hits, size);
	const end = Math.min(text.length, start + size);
	const segments: Segment[] = start > 0 ? [{ text: '…', hit: false }] : [];
	let from = start;
	for (const hit of hits.filter((range) => range.start >= start && range.end <= end)) {
		if (hit.start > from) segments.push({ text: text.slice(from, hit.start), hit: false });
		segments.push({ text: text.slice(hit.start, hit.end), hit: true });
		from = hit.end;
	}
	if (from < end) segments.push({ text: text.slice(from, end), hit: false });
	if (end < text.length) segments.push({ text: '…', hit: false });
	return segments;
}

/** Where terms stand, in order; those that touch become one. */
function findHits(text: string, terms: ReadonlySet<string>): Range[] {
	const hits: Range[] = [];
	const add = (start: number, end: number) => {
		const last = hits.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else hits.push({ start, end });
	};
	for (const { text: run, start, isCjk } of runsOf(text.toLowerCase())) {
		if (!isCjk) {
			if (terms.has(stem(run))) add(start, start + run.length);
			continue;
		}
		let at = start;
		for (const pair of pairsOf(run)) {
			if (terms.has(pair)) add(at, at + pair.length);
			at += Array.from(pair)[0]?.length ?? 1;
		}
	}
	return hits;
}

/** Start of the window that covers most hit characters, moved back to the beginning of a word. */
function bestStart(text: string, hits: readonly Range[], size: number): number {
	let best = { start: 0, covered: 0 };
	for (const { start } of hits) {
		const from = Math.max(0, start - Math.floor(size * lead));
		const covered = hits.reduce((sum, hit) => (hit.start >= from && hit.end <= from + size ? sum + hit.end - hit.start : sum), 0);
		if (covered > best.covered) best = { start: from, covered };
	}
	const space = text.lastIndexOf(' ', best.start);
	return best.start > 0 && best.start - space < 20 ? space + 1 : best.start;
}

interface Range {
	start: number;
	end: number;
}
