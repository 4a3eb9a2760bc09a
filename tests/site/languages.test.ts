import { DomUtils, ElementType } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { ArticleRecordsSchema } from '#shared/articles';

import { elements, page, pages, readText, text, type BuiltPage, type Document } from './lib/dist.ts';

const articles = ArticleRecordsSchema.parse(JSON.parse(readText('articles.json')));
const inLocale = (locale: string) => pages.filter(({ path }) => path.startsWith(`/${locale}/`));
const withoutLocale = ({ path }: BuiltPage) => path.replace(/^\/[^/]+/, '');

describe('both languages', () => {
	test('have the same pages', () => {
		expect(inLocale('en').map(withoutLocale).sort()).toEqual(inLocale('zh-cn').map(withoutLocale).sort());
	});

	test('have the same articles, at least 20, and at least three for each of the five problems', () => {
		const ids = (locale: string) =>
			articles.filter((article) => article.locale === locale).map(({ id }) => id.replace(`${locale}/`, ''));
		expect(ids('en').sort()).toEqual(ids('zh-cn').sort());
		expect(ids('en').length).toBeGreaterThanOrEqual(20);
		for (const category of ['safety', 'transactions', 'deposits', 'how-to', 'frozen']) {
			expect(
				articles.filter((article) => article.locale === 'en' && article.category === category).length,
			).toBeGreaterThanOrEqual(3);
		}
	});

	test.each(articles.map((article) => [article.id, article] as const))(
		'%s shows its answer, who can fix it and a switch to its twin',
		(_, article) => {
			const built = page(article.url);
			expect(text(built.document, 'h1')).toBe(article.title);
			expect(DomUtils.textContent(built.document.children)).toContain(article.summary);
			const twin = article.locale === 'en' ? article.url.replace('/en/', '/zh-cn/') : article.url.replace('/zh-cn/', '/en/');
			const languageLinks = elements(built.document, 'a').filter(({ attribs }) => attribs['data-language']);
			expect(languageLinks.map(({ attribs }) => attribs['href'])).toEqual([twin]);
			expect(built.html).toContain('id="who-title"');
		},
	);

	test.each([...inLocale('en'), ...inLocale('zh-cn')].map((built) => [built.path, built] as const))(
		'%s declares its language and its twin',
		(path, built) => {
			expect(elements(built.document, 'html')[0]?.attribs['lang']).toBe(path.startsWith('/en/') ? 'en' : 'zh-CN');
			const alternates = elements(built.document, 'link').flatMap(({ attribs }) => attribs['hreflang'] ?? []);
			expect(alternates).toEqual(path.endsWith('404.html') ? [] : expect.arrayContaining(['zh-CN', 'en']));
		},
	);
});

describe('Chinese typography in articles', () => {
	/** What writers wrote, a line a block; code keeps its own spacing and punctuation, wordings of users and dates theirs. */
	const prose = (built: BuiltPage) => elements(built.document, 'help-prose').map(readLines).join('\n');
	const chinese = inLocale('zh-cn').filter(({ path }) => /\/(faq|guides)\//.test(path));

	test.each(chinese.map((built) => [built.path, built] as const))(
		'%s has full-width punctuation and spaces around Latin words',
		(_, built) => {
			const words = prose(built);
			expect(words.length).toBeGreaterThan(200);
			expect(words.match(/.?[\p{Script=Han}][,;:?!()].?/gu) ?? []).toEqual([]);
			expect(words.match(/.?[\p{Script=Han}][A-Za-z0-9].?|.?[A-Za-z0-9][\p{Script=Han}].?/gu) ?? []).toEqual([]);
		},
	);
});

function readLines(node: Document['children'][number]): string {
	if ('data' in node) return node.type === ElementType.Text ? node.data : '';
	if (!('children' in node) || !('name' in node)) return '';
	if (node.name === 'code') return '\u0000';
	const inner = node.children.map(readLines).join('');
	return ['a', 'strong', 'em', 'span'].includes(node.name) ? inner : `\n${inner}\n`;
}
