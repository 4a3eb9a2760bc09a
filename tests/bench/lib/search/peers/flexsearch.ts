import { Charset, Index } from 'flexsearch';

import { depth } from '../judge.ts';
import { pageDocuments } from './documents.ts';
import type { Peer } from './index.ts';

const [latin, chinese] = [
	{ tokenize: 'forward', encoder: Charset.LatinBalance },
	{ encoder: Charset.CJK, context: true },
] as const;

/** One index of the whole page: better here than its Document of several fields, in both languages. */
export const peers: readonly Peer[] = [
	{
		name: 'flexsearch',
		async open(content, language) {
			const documents = pageDocuments(content, language);
			const index = new Index(language.startsWith('zh') ? chinese : latin);
			for (const { id, title, headings, text } of documents) index.add(id, [title, headings, text].join('\n'));
			return {
				// Suggestions, as it calls them, allow for words that stand nowhere; without them questions find nothing.
				search: async (query) => {
					const ids = index.search(query, { limit: depth, suggest: true });
					return { pages: ids.map((id) => documents[Number(id)]?.url ?? '') };
				},
			};
		},
	},
];
