import { AddressesSchema } from '../addresses.ts';
import { follow, maxMoves, RedirectsSchema } from '../redirects.ts';
import { pathOf } from '../translations.ts';
import { readDataFile } from './data-file.ts';
import { atField, type ContentFolder, type ContentMistake, type Source } from './source.ts';

const redirectsFile = 'content/redirects.yml';
const addressesFile = 'content/addresses.yml';

/** Moved addresses lead to an article, and no address that was ever published has vanished. */
export function checkAddresses(folder: ContentFolder, sources: readonly Source[]): ContentMistake[] {
	const redirects = readDataFile(folder, redirectsFile, RedirectsSchema);
	const addresses = readDataFile(folder, addressesFile, AddressesSchema);
	const mistakes = [...redirects.mistakes, ...addresses.mistakes];
	// A broken file would make mistakes of everything that it names.
	if (mistakes.length > 0) return mistakes;
	const steps = new Map(Object.entries(redirects.data ?? {}));
	const articles = Map.groupBy(sources, pathOf);
	const moves = [...steps].flatMap(([from, to], index) => {
		const message = messageAboutMove({ from, to, index }, steps, articles);
		return message ? [redirects.at([from], message)] : [];
	});
	const vanished = (addresses.data ?? []).flatMap((address, index) => {
		if (steps.has(address)) return [];
		return mistakesAboutAddress(address, articles, (message) => addresses.at([index], message));
	});
	return [...moves, ...vanished];
}

function messageAboutMove({ from, to, index }: Move, steps: ReadonlyMap<string, string>, articles: Articles): string | undefined {
	if (articles.has(from)) return `"${from}" is an article again; remove this line, or give the article another address`;
	if (follow(from, steps) === undefined) return `"${from}" leads back to itself; name the article that readers should get`;
	if (index >= maxMoves)
		return `only ${maxMoves} moved addresses fit into Cloudflare's rules; docs/decisions/0008 says what to do then`;
	if (steps.has(to)) return undefined;
	const target = articles.get(to);
	if (!target) return `"${to}" does not exist; name the article that readers should get, as faq/<slug> or guides/<slug>`;
	return target.some(isDraft) ? `"${to}" is a draft, which readers do not get; publish it, or name another article` : undefined;
}

function mistakesAboutAddress(address: string, articles: Articles, at: (message: string) => ContentMistake): ContentMistake[] {
	const languages = articles.get(address);
	if (!languages)
		return [at(`${address} was published and is gone; add "${address}: <new address>" to ${redirectsFile}, or restore it`)];
	const message = `${address} was published, and its address must not vanish; remove this line`;
	return languages.filter(isDraft).map((source) => atField(source, ['draft'], message));
}

function isDraft(source: Source): boolean {
	return source.data?.draft ?? false;
}

interface Move {
	from: string;
	to: string;
	index: number;
}

/** Languages of each article by path without language. */
type Articles = ReadonlyMap<string, readonly Source[]>;
