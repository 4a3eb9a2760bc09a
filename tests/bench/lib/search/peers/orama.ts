import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';

import { depth } from '../judge.ts';
import { pageDocuments } from './documents.ts';
import type { Peer } from './index.ts';

const schema = { url: 'string', title: 'string', headings: 'string', text: 'string' } as const;

export const peers: readonly Peer[] = [
	{
		name: 'orama',
		async open(content, language) {
			const database = language.startsWith('zh')
				? create({ schema, components: { tokenizer: createTokenizer() } })
				: create({ schema, components: { tokenizer: { language: 'english', stemming: true } } });
			const documents = pageDocuments(content, language);
			await insertMultiple(
				database,
				documents.map(({ id, ...document }) => ({ ...document, id: String(id) })),
			);
			return {
				search: async (term) => {
					const properties = ['title', 'headings', 'text'] as const;
					const { hits } = await search(database, { term, properties: [...properties], boost: { title: 2 }, limit: depth });
					return { pages: hits.map(({ document }) => document.url) };
				},
			};
		},
	},
];
