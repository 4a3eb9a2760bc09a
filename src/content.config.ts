import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

import { ArticleSchema, CategorySchema } from './lib/article-schema.ts';

export const collections = {
	articles: defineCollection({
		loader: glob({ base: './content/articles', pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
		schema: ArticleSchema,
	}),
	categories: defineCollection({
		loader: glob({ base: './content/categories', pattern: '*.yml' }),
		schema: CategorySchema,
	}),
};
