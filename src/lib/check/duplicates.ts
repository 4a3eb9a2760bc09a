import { atField, type ContentMistake, type Source } from './source.ts';

/** Titles and wordings must lead to one article in a language. */
export function checkDuplicates(sources: Iterable<Source>): ContentMistake[] {
	const mistakes: ContentMistake[] = [];
	const owners = new Map<string, Source>();
	for (const source of sources) {
		const aliases = source.data?.aliases.map((alias, index) => ({ text: alias, path: ['aliases', index] })) ?? [];
		const titles = source.data ? [{ text: source.data.title, path: ['title'] }] : [];
		for (const { text, path } of [...titles, ...aliases]) {
			const key = `${source.locale} ${text.toLowerCase()}`;
			const owner = owners.get(key);
			if (owner) mistakes.push(atField(source, path, `"${text}" already leads to ${owner.file}; keep it in one of the two`));
			else owners.set(key, source);
		}
	}
	return mistakes;
}
