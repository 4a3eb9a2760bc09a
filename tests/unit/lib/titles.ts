import * as z from 'zod';
import { parse } from 'yaml';

import { CategorySchema } from '../../../src/lib/article-schema.ts';
import { readFacts } from '../../../src/lib/check/facts.ts';
import { openFolder } from '../../../src/lib/check/source.ts';
import { fillFacts } from '../../../src/lib/facts.ts';

const folder = openFolder('content');
const TopSchema = z.looseObject({ title: z.string() });

/** Titles of all articles as readers see them, drafts included. */
export function readTitles(): string[] {
	const { facts } = readFacts(folder);
	return folder.list('articles', '.mdx').map((file) => {
		const { title } = TopSchema.parse(parse(folder.read(file).split('---')[1] ?? ''));
		return fillFacts(title, file.includes('/en/') ? 'en' : 'zh-cn', facts);
	});
}

/** Titles and descriptions of all categories. */
export function readCategoryTexts(): string[] {
	const categories = folder.list('categories', '.yml').map((file) => CategorySchema.parse(parse(folder.read(file))));
	return categories.flatMap(({ title, description }) => [...Object.values(title), ...Object.values(description)]);
}
