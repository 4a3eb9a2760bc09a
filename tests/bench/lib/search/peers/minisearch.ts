import MiniSearch, { type Options } from 'minisearch';

import { cutWords, pagesOf, sectionDocuments } from './documents.ts';
import type { Peer } from './index.ts';

/** As VitePress sets it up. */
const likeVitePress = {
	fields: ['title', 'titles', 'text'],
	searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
} satisfies Options;

export const peers: readonly Peer[] = [
	peer('minisearch'),
	{ ...peer('minisearch-segmenter', (text) => cutWords(text, 'zh-CN')), languages: ['zh-cn'] },
];

function peer(name: string, tokenize?: (text: string) => string[]): Peer {
	return {
		name,
		async open(content, language) {
			const index = new MiniSearch({ ...likeVitePress, ...(tokenize ? { tokenize } : {}) });
			index.addAll(sectionDocuments(content, language));
			return { search: async (query) => ({ pages: pagesOf(index.search(query).map(({ id }) => String(id))) }) };
		},
	};
}
