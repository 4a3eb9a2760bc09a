import type { Content } from './content.ts';
import { judge, type Outcome } from './judge.ts';
import { askOurs, openOurs, type Bundle } from './ours.ts';
import type { Peer } from './peers/index.ts';
import { halves, type Judged } from './queries.ts';
import { printComparison, printMeasures, printMisses, printVerdict } from './report.ts';
import { measureFirstResult } from './sizes.ts';
import { measureSpeed, type Speed } from './speed.ts';
import { kilobytes, milliseconds, printTable } from './table.ts';

/** Judges and prints everything about one language; answers what our search answered. */
export async function runLanguage({ content, bundle, peers, language, showsMisses }: LanguageRun): Promise<Outcome[]> {
	const queries = content.queries.filter(({ lang }) => lang === language);
	const ask = askOurs(openOurs(bundle, language));
	const ours = await judge(queries, ask);
	const speed = await measureSpeed(queries, ask);
	for (const half of halves(queries)) {
		const outcomes = only(ours, half.queries);
		printMeasures(`${language}, ${half.name}`, outcomes);
		if (showsMisses) printMisses(half, outcomes);
	}
	await printSizes(bundle, language, queries);
	const others = await askPeers({ content, peers, language, queries });
	const speeds = [['ours', speed] as const, ...others.map((other) => [other.name, other.speed] as const)];
	printSpeeds(language, new Map(speeds));
	if (others.length > 0)
		compare(language, queries, new Map([['ours', ours], ...others.map((other) => [other.name, other.outcomes] as const)]));
	return ours;
}

async function askPeers({ content, peers, language, queries }: PeersRun): Promise<PeerRun[]> {
	const runs: PeerRun[] = [];
	for (const peer of peers) {
		if (peer.languages && !peer.languages.includes(language)) continue;
		const opened = await peer.open(content, language);
		const outcomes = await judge(queries, opened.search);
		runs.push({ name: peer.name, outcomes, speed: await measureSpeed(queries, opened.search) });
		await opened.close?.();
	}
	return runs;
}

function compare(language: string, queries: readonly Judged[], engines: ReadonlyMap<string, readonly Outcome[]>): void {
	for (const half of halves(queries)) {
		const parts = new Map([...engines].map(([name, outcomes]) => [name, only(outcomes, half.queries)]));
		printComparison(`${language}, ${half.name}`, parts);
		printVerdict(`${language}, ${half.name}: ours and the best peer of each kind`, parts);
	}
}

async function printSizes(bundle: Bundle, language: string, queries: readonly Judged[]): Promise<void> {
	const sizes = await measureFirstResult(bundle, language, queries);
	const rows = sizes.map(({ part, median, p95 }) => [part, kilobytes(median), kilobytes(p95)]);
	printTable(`${language}, compressed bytes to the results of a first query`, ['', 'median', 'p95'], rows);
}

function printSpeeds(language: string, speeds: ReadonlyMap<string, Speed>): void {
	const rows = [...speeds].map(([name, { median, p95, block }]) => [name, ...[median, p95, block].map(milliseconds)]);
	printTable(`${language}, time of a query`, ['', 'median', 'p95', 'longest block'], rows);
}

function only(outcomes: readonly Outcome[], queries: readonly Judged[]): Outcome[] {
	const wanted = new Set(queries);
	return outcomes.filter(({ judged }) => wanted.has(judged));
}

interface LanguageRun {
	content: Content;
	bundle: Bundle;
	peers: readonly Peer[];
	language: string;
	showsMisses: boolean;
}

type PeersRun = Pick<LanguageRun, 'content' | 'peers' | 'language'> & { queries: readonly Judged[] };

interface PeerRun {
	name: string;
	outcomes: Outcome[];
	speed: Speed;
}
