import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support';
import chinese from 'lunr-languages/lunr.zh';

import { depth } from '../judge.ts';
import { pageDocuments } from './documents.ts';
import type { Peer } from './index.ts';

stemmerSupport(lunr);
chinese(lunr);

/**
 * Whole words first, then starts of words, then slips, as its guide says for search boxes. Chinese is cut by Intl.Segmenter and into
 * pairs: what the package does in browsers, where jieba does not run.
 */
export const peers: readonly Peer[] = [
	{
		name: 'lunr',
		async open(content, language) {
			const documents = pageDocuments(content, language);
			const isChinese = language.startsWith('zh');
			const index = lunr(function () {
				if (isChinese) this.use(lunr.zh);
				this.ref('id');
				this.field('title', { boost: 10 });
				this.field('headings');
				this.field('text');
				for (const document of documents) this.add(document);
			});
			const cut = (isChinese && lunr.zh.tokenizer) || lunr.tokenizer;
			return {
				// Not `search`, which trips over colons and takes a Chinese question for one word.
				search: async (query) => {
					const found = index.query((builder) => {
						builder.term(cut(query), { boost: 100 });
						builder.term(cut(query), { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
						builder.term(cut(query), { boost: 1, usePipeline: false, editDistance: 1 });
					});
					return { pages: found.slice(0, depth).map(({ ref }) => documents[Number(ref)]?.url ?? '') };
				},
			};
		},
	},
];
