import Fuse from 'fuse.js';

import { depth } from '../judge.ts';
import { cutWords, pageDocuments } from './documents.ts';
import type { Peer } from './index.ts';

export const peers: readonly Peer[] = [
	{
		name: 'fuse',
		async open(content, language) {
			const index = new Fuse(pageDocuments(content, language), {
				keys: [{ name: 'title', weight: 2 }, 'headings', 'text'],
				// What the documentation advises for search bars, and for Chinese; its default of 0.6 finds worse.
				useTokenSearch: true,
				threshold: 0.3,
				...(language.startsWith('zh') ? { tokenize: (text: string) => cutWords(text, 'zh-CN') } : {}),
			});
			return { search: async (query) => ({ pages: index.search(query, { limit: depth }).map(({ item }) => item.url) }) };
		},
	},
];
