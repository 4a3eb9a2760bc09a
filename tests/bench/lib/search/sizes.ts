import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';

import { openOurs, type Bundle } from './ours.ts';
import type { Judged } from './queries.ts';
import { quantile } from './statistics.ts';

/** Results that the search box shows. */
const shown = 6;

const parts = ['manifest', 'characters', 'words', 'shards', 'texts'] as const;

/** Compressed bytes that a reader's first query costs, each query asked first in a search of its own: median and p95. */
export async function measureFirstResult(bundle: Bundle, language: string, queries: readonly Judged[]): Promise<Size[]> {
	const costs: Record<Part, number>[] = [];
	for (const { query } of queries) {
		const cost = { manifest: 0, characters: 0, words: 0, shards: 0, texts: 0 };
		const search = openOurs(bundle, language, (name, bytes) => {
			cost[partOf(name)] += bytes;
		});
		await search.search(query, { limit: shown });
		costs.push(cost);
	}
	const sizeOf = (part: string, bytes: number[]) => ({ part, median: quantile(bytes, 0.5), p95: quantile(bytes, 0.95) });
	return [
		...parts.map((part) =>
			sizeOf(
				part,
				costs.map((cost) => cost[part]),
			),
		),
		sizeOf(
			'index in all',
			costs.map((cost) => parts.reduce((sum, part) => sum + cost[part], 0)),
		),
	];
}

/** Compressed bytes of the search runtime, bundled as the site's build does, without what only old browsers load. */
export async function runtimeBytes(): Promise<number> {
	const transform = { target: ['chrome100', 'safari15.4'] };
	const build = await rolldown({ input: 'src/search/index.ts', platform: 'browser', transform });
	const { output } = await build.generate({ format: 'esm', minify: true });
	await build.close();
	const [{ code }] = output;
	return gzipSync(code, { level: 9 }).length;
}

function partOf(name: string): Part {
	if (name.endsWith('.index')) return 'manifest';
	if (name.startsWith('fragment/')) return 'texts';
	return parts.find((part) => name.includes(`/${part}`)) ?? 'shards';
}

type Part = (typeof parts)[number];

export interface Size {
	part: string;
	/** Bytes. */
	median: number;
	p95: number;
}
