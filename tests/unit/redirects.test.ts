import { describe, expect, test } from 'vitest';

import { readArticles } from '../../src/commands/lib/content-files.ts';
import { formatMistakes } from '../../src/lib/check/index.ts';
import { checkAddresses } from '../../src/lib/check/redirects.ts';
import { openFolder } from '../../src/lib/check/source.ts';
import { maxMoves, readRedirects, redirectRules } from '../../src/lib/redirects.ts';
import { makeRoot, type Root } from './lib/content-root.ts';

const file = 'content/redirects.yml';

function check(redirects: string, addresses = ''): string[] {
	const root = makeRoot();
	root.write(file, redirects);
	root.write('content/addresses.yml', addresses);
	return mistakes(root);
}

function mistakes({ path }: Root): string[] {
	return formatMistakes(checkAddresses(openFolder(`${path}/content`), readArticles(path)))
		.split('\n')
		.filter(Boolean);
}

describe('moved addresses', () => {
	test('lead straight to the end of a chain', () => {
		expect(readRedirects('faq/a: faq/b\nfaq/b: guides/c')).toEqual(
			new Map([
				['faq/a', 'guides/c'],
				['faq/b', 'guides/c'],
			]),
		);
	});

	test.each([
		'',
		'# nothing yet\n',
		'faq/a: faq/a',
		'faq/a: faq/b\nfaq/b: faq/a',
		'/faq/a/: /faq/b/',
		'- faq/a',
		'a: [',
		'faq/a: 1',
	])('leave out what leads nowhere: %j', (text) => {
		expect(readRedirects(text).size).toBe(0);
	});

	test('lead on in both languages, with and without slash, and as Markdown', () => {
		expect([...redirectRules(new Map([['faq/a', 'guides/c']]))].map((rule) => rule.join(' '))).toEqual([
			'/zh-cn/faq/a/ /zh-cn/guides/c/',
			'/zh-cn/faq/a /zh-cn/guides/c/',
			'/zh-cn/faq/a.md /zh-cn/guides/c.md',
			'/en/faq/a/ /en/guides/c/',
			'/en/faq/a /en/guides/c/',
			'/en/faq/a.md /en/guides/c.md',
		]);
	});
});

describe('the check of addresses', () => {
	test('accepts a chain that ends at an article, and a vanished address that leads on', () => {
		expect(check('faq/a: faq/b\nfaq/b: faq/forgot-password\n', '- faq/a\n- faq/forgot-password\n')).toEqual([]);
	});

	test('names every move that leads nowhere, with its line', () => {
		const redirects = ['faq/gone: faq/nowhere', 'guides/back-up: faq/forgot-password', 'faq/x: faq/y', 'faq/y: faq/x'];
		expect(check(redirects.join('\n'))).toEqual([
			`${file}:1 "faq/nowhere" does not exist; name the article that readers should get, as faq/<slug> or guides/<slug>`,
			`${file}:2 "guides/back-up" is an article again; remove this line, or give the article another address`,
			`${file}:3 "faq/x" leads back to itself; name the article that readers should get`,
			`${file}:4 "faq/y" leads back to itself; name the article that readers should get`,
		]);
	});

	test.each([
		['/en/faq/a/: faq/forgot-password', 'write an old and a new address'],
		['faq/a: /en/faq/forgot-password/', 'write an old and a new address'],
		['- faq/a', 'write lines as faq/old-slug: faq/new-slug'],
	])('refuses the form of %s', (redirects, message) => {
		const [first = ''] = check(redirects);
		expect(first).toMatch(new RegExp(`^${file}:1 `));
		expect(first).toContain(message);
	});

	test('names a published article that has gone without leaving word', () => {
		expect(check('', '# record\n- faq/forgot-password\n- faq/gone\n')).toEqual([
			`content/addresses.yml:3 faq/gone was published and is gone; add "faq/gone: <new address>" to ${file}, or restore it`,
		]);
	});

	test('names a published article that was turned into a draft', () => {
		const root = makeRoot();
		root.write('content/addresses.yml', '- faq/forgot-password\n');
		root.edit('content/articles/en/faq/forgot-password.mdx', '\n---\n\n', '\ndraft: true\n---\n\n');
		expect(mistakes(root)).toEqual([
			'content/articles/en/faq/forgot-password.mdx:10 faq/forgot-password was published, and its address must not vanish; remove this line',
		]);
	});

	test('counts what Cloudflare takes', () => {
		const lines = Array.from({ length: maxMoves + 1 }, (_, index) => `faq/old-${index}: faq/forgot-password`);
		expect(check(lines.join('\n'))).toEqual([
			`${file}:334 only 333 moved addresses fit into Cloudflare's rules; docs/decisions/0008 says what to do then`,
		]);
	});
});
