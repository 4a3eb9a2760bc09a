import type { Source } from '../../lib/check/source.ts';
import { addAddresses, readAddresses } from '../../lib/addresses.ts';
import { groupByPath, pathOf, sourceHash, splitPair, toVersion, type FileVersion, type Pair } from '../../lib/translations.ts';
import { CommandError } from './command-error.ts';
import { readArticles, readIfThere, resolvePath, type Change, type Plan } from './content-files.ts';

const addressesFile = 'content/addresses.yml';

/**
 * Signs translations off against their sources as they stand, and puts the addresses of published ones on record. `name` is what
 * `resolvePath` takes; without it every article that has both languages. Fails where the named one has no translation to sign.
 */
export function planSignOff(root: string, name?: string): Plan {
	const articles = readArticles(root);
	const wanted = name === undefined ? undefined : resolvePath(name, articles);
	const groups = groupByPath(articles).filter(([first]) => first && (wanted === undefined || pathOf(first) === wanted));
	const results = groups.map((group) => signGroup(group));
	const problem = results.find((result) => result.problem !== undefined)?.problem;
	if (wanted !== undefined && problem) throw new CommandError(problem);
	const published = groups.filter((group) => group.length === 2 && group.every(({ data }) => !data?.draft));
	const addresses = published.flatMap(([first]) => (first ? [pathOf(first)] : []));
	const recorded = recordAddresses(root, addresses);
	return {
		changes: [...results.flatMap(({ change }) => change ?? []), ...recorded],
		lines: [
			...results.map(({ line, problem }) => line ?? `left alone: ${problem}`),
			...(recorded.length > 0 ? [`${addressesFile}: the address is on record now.`] : []),
			...(wanted !== undefined && published.length === 0 ? [`${wanted} is a draft still: readers do not get it.`] : []),
		],
	};
}

/** The change that puts addresses on record; none when all are. */
export function recordAddresses(root: string, addresses: readonly string[]): Change[] {
	const text = readIfThere(root, addressesFile);
	const known = readAddresses(text);
	return addresses.every((address) => known.has(address)) ? [] : [{ file: addressesFile, text: addAddresses(text, addresses) }];
}

/** An article's file with a `sourceHash`, every other byte as it was. Quoted, since YAML takes some hashes for numbers. */
export function withSourceHash(text: string, hash: string): string {
	const line = `sourceHash: "${hash}"`;
	const [top = ''] = /^---\r?\n[\s\S]*?\r?\n---/.exec(text) ?? [];
	const signed = /^sourceHash:.*?(?=\r?$)/m.test(top)
		? top.replace(/^sourceHash:.*?(?=\r?$)/m, line)
		: top.replace(/(\r?\n)---$/, `$1${line}$1---`);
	return signed + text.slice(top.length);
}

function signGroup(group: readonly Source[]): { change?: Change; line?: string; problem?: string } {
	const [first] = group;
	const path = first ? pathOf(first) : '';
	if (group.length < 2) return { problem: `${path} is there in one language only.` };
	const pair = splitPair(group.map(toVersion));
	if (!pair)
		return { problem: `Both languages of ${path} hold a sourceHash: remove that line from the one that was written first.` };
	const source = group.find(({ id }) => id === pair.translation.id);
	return source ? signPair(pair, source, path) : {};
}

function signPair({ translation, source }: Pair<FileVersion>, { top, text }: Source, path: string) {
	const hash = sourceHash(source);
	if (translation.sourceHash === hash) return { line: `${path}: was signed off already, and its source has not changed since.` };
	const change = { file: translation.file, text: withSourceHash(top + text, hash) };
	return { change, line: `${path}: ${translation.file} now says what ${source.file} says.` };
}
