import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { applyChanges, readArticles } from '../../src/commands/lib/content-files.ts';
import { planMove } from '../../src/commands/lib/move-article.ts';
import { planSignOff } from '../../src/commands/lib/sign-off.ts';
import { formatMistakes } from '../../src/lib/check/index.ts';
import { checkAddresses } from '../../src/lib/check/redirects.ts';
import { openFolder } from '../../src/lib/check/source.ts';
import { readRedirects } from '../../src/lib/redirects.ts';
import { staleTranslations, toVersion } from '../../src/lib/translations.ts';
import { makeRoot, type Root } from './lib/content-root.ts';

const backUp = 'content/articles/en/guides/back-up.mdx';

function move({ path }: Root, from: string, to: string): string[] {
	const { changes, lines } = planMove(path, from, to);
	applyChanges(path, changes);
	return lines;
}

function redirects(root: Root): [string, string][] {
	return [...readRedirects(root.read('content/redirects.yml'))];
}

describe('npm run move', () => {
	test('moves both languages, and nothing stays at the old address', () => {
		const root = makeRoot();
		const before = root.read('content/articles/en/faq/forgot-password.mdx');
		move(root, 'forgot-password', 'guides/new-name');
		expect(root.read('content/articles/en/guides/new-name.mdx')).toBe(before);
		expect(readArticles(root.path).map(({ id }) => id)).toEqual([
			'en/guides/back-up',
			'en/guides/new-name',
			'zh-cn/guides/back-up',
			'zh-cn/guides/new-name',
		]);
	});

	test.each([
		['[x](/en/faq/forgot-password/)', '[x](/en/guides/new-name/)'],
		['[x](/zh-cn/faq/forgot-password/#anchor)', '[x](/zh-cn/guides/new-name/#anchor)'],
		['[x](/en/faq/forgot-password.md "t")', '[x](/en/guides/new-name.md "t")'],
		['<a href="/en/faq/forgot-password">', '<a href="/en/guides/new-name">'],
		['[x](/en/faq/forgot-password-2/)', '[x](/en/faq/forgot-password-2/)'],
		['[x](https://other.org/en/faq/forgot-password/)', '[x](https://other.org/en/faq/forgot-password/)'],
		['the text faq/forgot-password', 'the text faq/forgot-password'],
	])('turns %s into %s', (link, expected) => {
		const root = makeRoot();
		root.edit(backUp, 'Text.', link);
		move(root, 'faq/forgot-password', 'guides/new-name');
		expect(root.read(backUp)).toContain(`\n${expected}\n`);
	});

	test('rewrites related articles, questions, notices, editors’ choice and code, and leaves the rest of each file alone', () => {
		const root = makeRoot();
		root.edit(backUp, 'related: [faq/forgot-password]', "related: # order matters\n  - 'faq/forgot-password'  # first");
		root.write('content/questions.yml', '- ask: { en: "?" }\n  answer: faq/forgot-password # yes\n');
		root.write('content/notices/x.mdx', '---\nend: 2026-01-01\n---\n\nSee [this](/en/faq/forgot-password/).\n');
		root.write('src/config/site.ts', "editorsChoice: ['faq/forgot-password', 'faq/forgot-password-2'],\n");
		root.write('src/pages/contact.astro', '<a href={`/${locale}/faq/forgot-password/`}>\n');
		move(root, 'faq/forgot-password', 'guides/new-name');
		expect(root.read(backUp)).toContain("related: # order matters\n  - 'guides/new-name'  # first\n");
		expect(root.read('content/questions.yml')).toBe('- ask: { en: "?" }\n  answer: guides/new-name # yes\n');
		expect(root.read('content/notices/x.mdx')).toContain('(/en/guides/new-name/)');
		expect(root.read('src/config/site.ts')).toBe("editorsChoice: ['guides/new-name', 'faq/forgot-password-2'],\n");
		expect(root.read('src/pages/contact.astro')).toBe('<a href={`/${locale}/guides/new-name/`}>\n');
	});

	test('leads the old address to the new one, through any number of moves, until the article comes back', () => {
		const root = makeRoot();
		root.write('content/redirects.yml', '# kept\nfaq/ancient: faq/forgot-password\n');
		move(root, 'forgot-password', 'faq/b');
		expect(redirects(root)).toEqual([
			['faq/ancient', 'faq/b'],
			['faq/forgot-password', 'faq/b'],
		]);
		move(root, 'faq/b', 'faq/forgot-password');
		expect(redirects(root)).toEqual([
			['faq/ancient', 'faq/forgot-password'],
			['faq/b', 'faq/forgot-password'],
		]);
		expect(root.read('content/redirects.yml')).toMatch(/^# kept\n/);
	});

	test('leaves nothing for the check to find, and puts both addresses on record', () => {
		const root = makeRoot();
		move(root, 'forgot-password', 'faq/b');
		const folder = openFolder(join(root.path, 'content'));
		expect(formatMistakes(checkAddresses(folder, readArticles(root.path)))).toBe('');
		expect(root.read('content/addresses.yml')).toContain('- faq/b\n- faq/forgot-password\n');
	});

	test('leaves no redirect for what readers never saw', () => {
		const root = makeRoot();
		for (const locale of ['en', 'zh-cn'])
			root.edit(`content/articles/${locale}/faq/forgot-password.mdx`, '\n---\n\n', '\ndraft: true\n---\n\n');
		expect(move(root, 'forgot-password', 'faq/b')).toContain('no redirect: faq/forgot-password was never published');
		expect(() => root.read('content/redirects.yml')).toThrow('ENOENT');
	});

	test('makes no translation stale by changing links, and hides none that was', () => {
		const root = makeRoot();
		root.edit('content/articles/zh-cn/guides/back-up.mdx', 'Text.', '[看](/zh-cn/faq/forgot-password/)');
		applyChanges(root.path, planSignOff(root.path).changes);
		root.edit('content/articles/zh-cn/faq/forgot-password.mdx', 'Text.', '改了。[自己](/zh-cn/faq/forgot-password/)');
		move(root, 'forgot-password', 'faq/b');
		const stale = staleTranslations(readArticles(root.path).map(toVersion));
		expect(stale.map(({ translation }) => translation.id)).toEqual(['en/faq/b']);
	});

	test('names tests and documents that still say the old address', () => {
		const root = makeRoot();
		root.write('tests/e2e/x.spec.ts', "\ngoto('/en/faq/forgot-password/');\n");
		expect(move(root, 'forgot-password', 'faq/b')).toContain('look at  tests/e2e/x.spec.ts:2');
	});

	test.each([
		['guides/back-up', 'is an article already'],
		['faq/taken', 'was the address of an article that is now guides/back-up'],
		['faq/once', 'was the address of another article'],
		['/en/faq/b/', 'write faq/<slug> or guides/<slug>'],
		['faq/forgot-password', 'is an article already'],
	])('refuses %s before anything is written', (to, message) => {
		const root = makeRoot();
		root.write('content/redirects.yml', 'faq/taken: guides/back-up\n');
		root.write('content/addresses.yml', '- faq/once\n');
		expect(() => move(root, 'forgot-password', to)).toThrow(message);
		expect(readArticles(root.path)).toHaveLength(4);
	});

	test('puts everything back where one file cannot be written', () => {
		const root = makeRoot();
		root.write('blocked', 'a file where a folder is needed');
		const before = root.read(backUp);
		const changes = [
			{ file: backUp, text: 'new' },
			{ file: 'content/new.yml', text: 'new' },
			{ file: 'blocked/file', text: 'new' },
		];
		expect(() => applyChanges(root.path, changes)).toThrow('blocked');
		expect(root.read(backUp)).toBe(before);
		expect(() => root.read('content/new.yml')).toThrow('ENOENT');
	});
});
