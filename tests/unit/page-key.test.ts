import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { readSources } from '../../src/lib/check/articles.ts';
import { toArticleText } from '../../src/lib/check/source.ts';
import { frameKey, pageKeys } from '../../src/lib/page-key.ts';
import { makeRoot, type Root } from './lib/content-root.ts';

const now = Date.parse('2026-11-23T02:00:00Z');
const question = 'content/articles/en/faq/forgot-password.mdx';
const notice = `---
title: Maintenance tonight
start: 2026-11-24T00:00:00Z
end: 2026-11-25T00:00:00Z
severity: info
languages: [en]
dismissible: true
---

Text.
`;

/** Paths of the pages that a build would make anew after the change. */
function madeAnew(root: Root, change: () => void, later = now): string[] {
	const before = keysOf(root, now);
	change();
	return [...keysOf(root, later)]
		.filter(([path, key]) => before.get(path) !== key)
		.map(([path]) => path)
		.toSorted();
}

function keysOf({ path }: Root, at: number): Map<string, string> {
	const content = join(path, 'content');
	return pageKeys(readSources(content).map(toArticleText), frameKey(path, content, at));
}

const all = ['/en/faq/forgot-password/', '/en/guides/back-up/', '/zh-cn/faq/forgot-password/', '/zh-cn/guides/back-up/'];

afterEach(() => vi.unstubAllEnvs());

describe('a build makes anew', () => {
	test('nothing if nothing changed, even a day later', () => {
		const root = makeRoot();
		expect(madeAnew(root, () => undefined, now + 86_400_000)).toEqual([]);
	});

	test('all pages in a new month: they know the holidays ahead', () => {
		expect(madeAnew(makeRoot(), () => undefined, now + 14 * 86_400_000)).toEqual(all);
	});

	test('the page whose text changed, and that of its other language, which may be a translation left behind', () => {
		const root = makeRoot();
		const change = () => root.edit(question, 'Text.', 'Another text.');
		expect(madeAnew(root, change)).toEqual(['/en/faq/forgot-password/', '/zh-cn/faq/forgot-password/']);
	});

	test('pages that name an article whose title changed', () => {
		const root = makeRoot();
		root.write('content/articles/en/faq/apart.mdx', root.read(question).replace('category: safety', 'category: other'));
		const change = () => root.edit('content/articles/en/faq/apart.mdx', 'I forgot', 'We forgot');
		expect(madeAnew(root, change)).toEqual(['/en/faq/apart/']);
		root.edit('content/articles/en/guides/back-up.mdx', 'faq/forgot-password', 'faq/apart');
		expect(madeAnew(root, () => root.edit('content/articles/en/faq/apart.mdx', 'We forgot', 'I lost'))).toEqual([
			'/en/faq/apart/',
			'/en/guides/back-up/',
		]);
	});

	test('the neighbours of an article that is new, gone or a draft again', () => {
		const root = makeRoot();
		const added = 'content/articles/en/guides/another.mdx';
		const text = root.read('content/articles/en/guides/back-up.mdx').replace('[faq/forgot-password]', '[]');
		const changes = [
			() => root.write(added, text),
			() => root.edit(added, 'related:', 'draft: true\nrelated:'),
			() => root.edit(added, 'draft: true', 'draft: false'),
			() => rmSync(join(root.path, added)),
		];
		for (const change of changes) expect(madeAnew(root, change)).toContain('/en/guides/back-up/');
		expect(madeAnew(root, () => root.write(added, text))).not.toContain('/zh-cn/guides/back-up/');
	});

	test.each([
		['a fact', 'content/facts/tron.yml'],
		['a category', 'content/categories/safety.yml'],
		['a term', 'content/glossary.yml'],
		['a diagram', 'content/diagrams/keys.en.svg'],
		['a notice', 'content/notices/phishing.mdx'],
		['a component', 'src/components/content/Steps.astro'],
		['a dependency', 'package-lock.json'],
	])('every page if %s changed', (_, file) => {
		const root = makeRoot();
		root.write(file, '# before\n');
		expect(madeAnew(root, () => root.write(file, '# after\n'))).toEqual(all);
		expect(madeAnew(root, () => rmSync(join(root.path, file)))).toEqual(all);
	});

	test('every page once a notice has begun, and once it is over', () => {
		const root = makeRoot();
		root.write('content/notices/maintenance.mdx', notice);
		const hour = 3_600_000;
		expect(madeAnew(root, () => undefined, now + hour)).toEqual([]);
		expect(madeAnew(root, () => undefined, now + 24 * hour)).toEqual(all);
		expect(madeAnew(root, () => undefined, now + 72 * hour)).toEqual(all);
	});

	test('every page in a build with other settings', () => {
		const root = makeRoot();
		expect(madeAnew(root, () => vi.stubEnv('OG', 'off'))).toEqual(all);
	});

	test('nothing if only the lists of writers changed', () => {
		const root = makeRoot();
		expect(madeAnew(root, () => root.write('content/questions.yml', '# new\n'))).toEqual([]);
	});
});
