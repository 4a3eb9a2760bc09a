import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

import { contentDir } from './lib/content-dir.ts';
import { ArticleSchema, CategorySchema } from './lib/article-schema.ts';
import { FactGroupSchema } from './lib/facts.ts';

export const collections = {
	articles: defineCollection({
		loader: glob({ base: `${contentDir}/articles`, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
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
};
