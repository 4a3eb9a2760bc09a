import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { encodePages, encodePostings, encodeShard, encodeWords, type Manifest, type Posting } from '../format.ts';
import { rarity } from '../rank.ts';
import { describeCharacters, readAloud } from './characters.ts';
import { generalSynonyms } from './general-synonyms.ts';
import type { Page } from './page.ts';
import { storePages } from './storage.ts';
import { usefulSynonyms } from './synonyms.ts';
import { indexTerms } from './terms.ts';

/** Bytes of a shard before compression: small enough to load for one word, large enough to compress. */
const shardSize = 4 * 1024;

/**
 * Builds the search index of all pages, each language by itself: files by name, compressed. `synonyms` are lines of words that mean
 * the same, separated by commas, on top of the general ones.
 */
export async function buildIndex(pages: readonly Page[], synonyms: readonly string[] = []): Promise<Map<string, Uint8Array>> {
	// Pagefind works in a process of its own, so both sides work at once.
	const storing = storePages(pages);
	const languages: { language: string; parts: Parts; manifest: ManifestOf }[] = [];
	// Among equals the newest comes first, since ranking keeps the order of pages.
	const newestFirst = pages.toSorted((a, b) => b.updated.localeCompare(a.updated));
	for (const [language, ofLanguage] of Map.groupBy(newestFirst, (page) => page.language)) {
		const parts: Parts = new Map();
		languages.push({ language, parts, manifest: await buildLanguage(language, ofLanguage, synonyms, parts) });
	}
	const { fragments, ids } = await storing;
	const files = new Map(fragments);
	for (const { language, parts, manifest } of languages) {
		const folder = `${language}-${hashOf(parts)}`;
		for (const [name, content] of parts) files.set(`${folder}/${name}.bin`, gzipSync(content, { level: 9 }));
		files.set(`${language}.index`, gzipSync(JSON.stringify(manifest(folder, ids)), { level: 9 }));
	}
	return files;
}

/** Builds one language: adds its files to `parts`, by name without ending, and answers its manifest once the stored texts are known. */
async function buildLanguage(
	language: string,
	pages: readonly Page[],
	synonyms: readonly string[],
	parts: Parts,
): Promise<ManifestOf> {
	const isChinese = language.startsWith('zh');
	const { postings, units, words } = await indexTerms(pages, isChinese ? readAloud : undefined);
	if (isChinese) parts.set('characters', describeCharacters(postings.keys()));
	const rarityOf = (term: string) => rarity(postings.get(term)?.length ?? 0, pages.length);
	const categories = [...new Set(pages.map(({ category }) => category))];
	const kinds = [...new Set(pages.map(({ kind }) => kind))];
	const lengths = units.map((ofPage) => ofPage.reduce((sum, { length }) => sum + length, 0));
	const infos = pages.map((page, index) => ({
		sections: page.units.length,
		masses: (units[index] ?? []).map(({ heading }) => heading.reduce((sum, term) => sum + rarityOf(term), 0)),
		length: lengths[index] ?? 0,
		category: categories.indexOf(page.category),
		kind: kinds.indexOf(page.kind),
	}));
	const known = [...synonyms, ...generalSynonyms[isChinese ? 'zh-cn' : 'en'].split('\n')];
	const manifest = {
		version: 1,
		language,
		shards: writeShards(postings, parts),
		letters: writeWords(words, parts),
		hasCharacters: isChinese,
		average: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
		categories,
		kinds,
		synonyms: usefulSynonyms(known, postings).join('\n'),
	} as const;
	return (folder, ids) => ({
		...manifest,
		folder,
		pages: encodePages(infos.map((info, index) => ({ ...info, id: ids.get(pages[index]?.url ?? '') ?? '' }))),
	});
}

function hashOf(parts: Parts): string {
	const hash = createHash('sha256');
	for (const [name, content] of parts) hash.update(name).update(content);
	return hash.digest('hex').slice(0, 10);
}

/** Cuts shards in the order of terms; answers the first term of each. */
function writeShards(postings: ReadonlyMap<string, Posting[]>, parts: Parts): string[] {
	const firsts: string[] = [];
	let terms: [string, Uint8Array][] = [];
	let size = 0;
	const flush = () => {
		const [first] = terms;
		if (!first) return;
		parts.set(String(firsts.length), encodeShard(terms));
		firsts.push(first[0]);
		terms = [];
		size = 0;
	};
	for (const term of [...postings.keys()].sort()) {
		const encoded = encodePostings(postings.get(term) ?? []);
		if (size + encoded.length > shardSize) flush();
		terms.push([term, encoded]);
		size += encoded.length + term.length;
	}
	flush();
	return firsts;
}

/** Writes words by their first letters; answers these. */
function writeWords(words: ReadonlyMap<string, number>, parts: Parts): string {
	const byLetter = Map.groupBy(
		[...words].sort(([a], [b]) => (a < b ? -1 : 1)),
		([word]) => word[0] ?? '',
	);
	for (const [letter, list] of byLetter) parts.set(`words-${letter}`, encodeWords(list));
	return [...byLetter.keys()].join('');
}

/** Files of one language, by name without ending. */
type Parts = Map<string, Uint8Array | string>;

type ManifestOf = (folder: string, ids: ReadonlyMap<string, string>) => Manifest;
