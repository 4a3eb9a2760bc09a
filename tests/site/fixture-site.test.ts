import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { FixtureSite, notice } from './lib/fixture-site.ts';

const article = 'articles/en/faq/forgot-password.mdx';
const page = 'en/faq/forgot-password/index.html';
const site = new FixtureSite();

beforeAll(async () => {
	site.write('notices/phishing.mdx', notice('A wave of phishing', { severity: 'danger' }));
	site.write('notices/later.mdx', notice('Maintenance', { start: '2026-11-24T00:00:00Z', dismissible: false }));
	site.write('notices/over.mdx', notice('Long over', { start: '2026-11-01T00:00:00Z', end: '2026-11-02T00:00:00Z' }));
	site.change(article, 'related:', 'changes:\n  - { on: 2026-11-20, because: the limit on attempts is gone }\nrelated:');
	const draft = (title: string, summary: string) =>
		`---\ntitle: ${title}\nsummary: ${summary}\ncategory: safety\nwhoCanFix: [you]\naliases: [${title} a, ${title} b]\nupdated: 2026-11-20\nreviewBy: 2027-05-20\ndraft: true\n---\n\nNot yet.\n`;
	site.write(
		'articles/zh-cn/faq/secret-draft.mdx',
		draft('还没写完的草稿', '除了写它的人，谁也不该看到这一篇，搜索也不该找到它。'),
	);
	site.write(
		'articles/en/faq/secret-draft.mdx',
		draft('An unfinished draft', 'Nobody but its writer should see this, not even search.').replace(
			'draft:',
			'sourceHash: 0123456789abcdef\ndraft:',
		),
	);
	await site.build();
}, 120_000);

afterAll(() => site.remove());

describe('notices', () => {
	test('stand above every page of their language until they are over', () => {
		for (const file of [page, 'en/index.html', 'en/contact/index.html', 'en/404.html']) {
			const html = site.read(file);
			expect(html).toContain('A wave of phishing');
			expect(html).not.toContain('Long over');
			expect(html.indexOf('A wave of phishing')).toBeLessThan(html.indexOf('<main'));
		}
		expect(site.read('zh-cn/index.html')).not.toContain('A wave of phishing');
	});

	test('are hidden before their start, the gravest first', () => {
		const elements = [...site.read(page).matchAll(/<help-notice[^>]*>/g)].map(([tag]) => tag);
		expect(elements).toHaveLength(2);
		expect(elements[0]).toContain('danger');
		expect(elements[0]).not.toContain('hidden');
		expect(elements[1]).toContain('hidden');
	});

	test('stand on the emergency page too', () => {
		expect(site.read('en/emergency/index.html')).toContain('A wave of phishing');
	});
});

describe('articles', () => {
	test('say what changed for readers of an earlier version', () => {
		expect(site.read(page)).toContain('Updated November 20, 2026: the limit on attempts is gone');
	});

	test('that are drafts are nowhere in the built site', () => {
		const files = readdirSync(join(site.folder, 'dist'), { recursive: true, encoding: 'utf8' });
		expect(files.filter((file) => file.includes('secret-draft'))).toEqual([]);
		expect(site.read('articles.json')).not.toContain('unfinished draft');
	});

	test('whose source has changed say so to readers, in their own language only', () => {
		expect(site.read(page)).toContain('class="stale"');
		expect(site.read('zh-cn/faq/forgot-password/index.html')).not.toContain('class="stale"');
	});
});

describe('a build after a change is the same as one from nothing', () => {
	test('when a text changed, and what does not show it is taken over', async () => {
		site.change(article, 'no limit', 'no limit at all');
		expect(await site.build()).toContain('2 of 4 articles are those of the last build');
		await expectSameAsFresh();
		expect(site.read(page)).toContain('no limit at all');
	}, 120_000);

	test('when another article has a new title, and one is added', async () => {
		site.change('articles/en/guides/back-up.mdx', 'title: Back up your phrase', 'title: Back up the words');
		for (const locale of ['en', 'zh-cn'])
			site.copy(`articles/${locale}/guides/back-up.mdx`, `articles/${locale}/guides/second.mdx`);
		await site.build();
		await expectSameAsFresh();
		expect(site.read(page)).toContain('Back up the words');
		expect(site.read('en/guides/second/index.html')).toContain('Back up the words 2');
	}, 120_000);

	test('when articles are gone, and a fact, a term, a topic and the notices are others', async () => {
		for (const locale of ['en', 'zh-cn']) site.delete(`articles/${locale}/guides/second.mdx`);
		site.change('facts/tron.yml', 'value: 14', 'value: 15');
		site.change('glossary.yml', 'A list of words in a fixed order.', 'Words in a fixed order.');
		site.change('categories/safety.yml', 'Account safety', 'Safety first');
		site.change('notices/phishing.mdx', 'Text of', 'More about');
		await site.build();
		await expectSameAsFresh();
		const html = site.read(page);
		for (const text of ['Words in a fixed order.', 'Safety first', 'More about A wave of phishing']) expect(html).toContain(text);
	}, 120_000);
});

/** Every file, apart from the search index. */
async function expectSameAsFresh(): Promise<void> {
	site.delete('../empty');
	await site.build({ cache: 'empty', dist: 'fresh' });
	const [files, fresh] = ['dist', 'fresh'].map((dist) =>
		readdirSync(join(site.folder, dist), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('pagefind'))
			.map(({ parentPath, name }) => join(parentPath, name).slice(join(site.folder, dist).length + 1))
			.toSorted(),
	);
	expect(files).toEqual(fresh);
	for (const file of fresh ?? []) expect([file, site.read(file)]).toEqual([file, site.read(file, 'fresh')]);
}
