import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { ArticleRecordsSchema } from '#shared/articles';

import { elements, page, readText } from './lib/dist.ts';

const articles = ArticleRecordsSchema.parse(JSON.parse(readText('articles.json')));

interface Node {
	'@type': string;
	[key: string]: unknown;
}

describe('for machines', () => {
	test.each(articles.map((article) => [article.id, article] as const))(
		'%s has its data, and a Markdown version without any building blocks',
		(id, article) => {
			const scripts = elements(page(article.url).document, 'script').filter(
				({ attribs }) => attribs['type'] === 'application/ld+json',
			);
			expect(scripts).toHaveLength(1);
			const [script] = scripts;
			const graph = (JSON.parse(script ? DomUtils.textContent(script) : '{}') as { '@graph': Node[] })['@graph'];
			const byType = new Map(graph.map((node) => [node['@type'], node]));
			expect(byType.get('Article')).toMatchObject({ headline: article.title, description: article.summary });
			expect(byType.has('BreadcrumbList')).toBe(true);
			expect(byType.has('FAQPage')).toBe(id.includes('/faq/'));

			const markdown = readText(`${article.url.slice(1, -1)}.md`);
			expect(markdown).toContain(`# ${article.title}`);
			expect(markdown).toContain(article.summary);
			expect(markdown.replace(/`[^`]*`/g, '')).not.toMatch(/<\/?[A-Z]|\{fact:/);
		},
	);

	test('llms.txt lists every article with its answer', () => {
		const list = readText('llms.txt');
		for (const { url, summary } of articles)
			expect(list).toContain(`https://help.example.com${url.slice(0, -1)}.md): ${summary}`);
	});
});
