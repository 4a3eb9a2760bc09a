import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';

import { contentDir } from './lib/content-dir.ts';
import { articleLoader } from './lib/article-loader.ts';
import { ArticleSchema, CategorySchema } from './lib/article-schema.ts';
import { FactGroupSchema } from './lib/facts.ts';
import { TermSchema } from './lib/glossary.ts';
import { NoticeSchema } from './lib/notices.ts';

export const collections = {
	articles: defineCollection({
		loader: articleLoader(`${contentDir}/articles`),
		schema: ArticleSchema,
	}),
	categories: defineCollection({
		loader: glob({ base: `${contentDir}/categories`, pattern: '*.yml' }),
		schema: CategorySchema,
	}),
	facts: defineCollection({
		loader: glob({ base: `${contentDir}/facts`, pattern: '*.yml' }),
		schema: FactGroupSchema,
	}),
	glossary: defineCollection({ loader: file(`${contentDir}/glossary.yml`), schema: TermSchema }),
	notices: defineCollection({ loader: glob({ base: `${contentDir}/notices`, pattern: '*.mdx' }), schema: NoticeSchema }),
};
