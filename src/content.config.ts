import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

import { ArticleSchema, CategorySchema } from './lib/article-schema.ts';
import { FactGroupSchema } from './lib/facts.ts';

export const collections = {
	articles: defineCollection({
		loader: glob({ base: './content/articles', pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
		schema: ArticleSchema,
	}),
	categories: defineCollection({
		loader: glob({ base: './content/categories', pattern: '*.yml' }),
		schema: CategorySchema,
	}),
	facts: defineCollection({
		loader: glob({ base: './content/facts', pattern: '*.yml' }),
		schema: FactGroupSchema,
	}),
};
