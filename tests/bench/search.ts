import { parseArgs } from 'node:util';

import { CommandError } from '../../src/commands/lib/command-error.ts';
import { otherContent, ownContent, requireBuiltSite, type Content } from './lib/search/content.ts';
import { reachesFloors } from './lib/search/judge.ts';
import { runLanguage } from './lib/search/language.ts';
import { buildOurs } from './lib/search/ours.ts';
import { loadPeers, peerNames } from './lib/search/peers/index.ts';
import { compareAtScale } from './lib/search/scale.ts';
import { runtimeBytes } from './lib/search/sizes.ts';
import { kilobytes } from './lib/search/table.ts';

const options = {
	site: { type: 'string' },
	queries: { type: 'string' },
	against: { type: 'string' },
	misses: { type: 'boolean', default: false },
	pages: { type: 'string' },
} as const;

/**
 * How well, how fast and with how many bytes the search answers judged queries: of this site, or of any content with
 * `--site DIR --queries FILE`. `--against all`, or some of its peers' names with commas between, asks other libraries the same;
 * `--misses` lists what failed; `--pages 1000` compares build time and bytes with plain Pagefind at that size instead.
 */
export async function run(argv: readonly string[]): Promise<number> {
	const { values } = parseArgs({ args: [...argv], options });
	if (values.pages !== undefined) return compareAtScale(readCount(values.pages));
	const isOwn = values.site === undefined;
	const content = await readContent(values.site, values.queries);
	const peers = await loadPeers(chosenPeers(values.against));
	const bundle = await buildOurs(content);
	let isGood = true;
	for (const language of new Set(content.queries.map(({ lang }) => lang))) {
		const outcomes = await runLanguage({ content, bundle, peers, language, showsMisses: values.misses });
		if (!isOwn || reachesFloors(language, outcomes)) continue;
		isGood = false;
		console.log(`\n${language}, held half: below what tests/site/search-quality.test.ts asks for.`);
	}
	console.log(`\nsearch runtime: ${kilobytes(await runtimeBytes())} of script, compressed`);
	return isGood ? 0 : 1;
}

function readCount(text: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 2)
		throw new CommandError(`--pages takes a number of pages, such as 1000, not "${text}".`);
	return count;
}

async function readContent(site: string | undefined, queries: string | undefined): Promise<Content> {
	if (site !== undefined && queries !== undefined) return otherContent(site, queries);
	if (site !== undefined || queries !== undefined) throw new CommandError('Give both: --site DIR --queries FILE.');
	const built = await requireBuiltSite();
	console.log(`dist/ of ${built.toISOString()}`);
	return ownContent();
}

function chosenPeers(names: string | undefined): readonly string[] {
	if (names === undefined) return [];
	const chosen = names === 'all' ? peerNames : names.split(',');
	const unknown = chosen.find((name) => !peerNames.includes(name));
	if (unknown !== undefined)
		throw new CommandError(`There is no peer "${unknown}": choose from ${peerNames.join(', ')}, or all.`);
	return chosen;
}
