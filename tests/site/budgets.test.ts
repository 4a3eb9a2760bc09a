import { readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { gzipBytes, importedScripts, initialScripts, page, pages, readText, stylesheets } from './lib/dist.ts';

const budget = 15_000;

describe('what a reader downloads before touching anything', () => {
	test.each(pages.map((built) => [built.path, built] as const))('%s stays within 15 kB of script', (_, built) => {
		expect(gzipBytes(initialScripts(built))).toBeLessThanOrEqual(budget);
	});

	test.each(pages.map((built) => [built.path, built] as const))('%s stays within 15 kB of styles', (_, built) => {
		expect(gzipBytes(stylesheets(built))).toBeLessThanOrEqual(budget);
	});

	test('neither the search nor the word lists of the guard are among it', () => {
		const scripts = [...new Set(pages.flatMap((built) => [...initialScripts(built)]))];
		expect(scripts.filter((file) => /search-box|word-lists/.test(file))).toEqual([]);
		expect(scripts.filter((file) => /ZodError|DecompressionStream/.test(readText(file)))).toEqual([]);
	});
});

describe('the emergency page', () => {
	test.each(['/zh-cn/emergency/', '/en/emergency/'])('%s has no script and is under 20 kB with its styles', (path) => {
		const built = page(path);
		expect(built.html).not.toMatch(/<script/);
		expect(gzipBytes([built.file, ...stylesheets(built)])).toBeLessThan(20_000);
	});
});

describe('the oldest browsers of the baseline', () => {
	const scripts = readdirSync('dist/_astro').filter((file) => file.endsWith('.js'));

	test.each(scripts)('%s has no lookbehind, over which Safari before 16.4 refuses the whole script', (file) => {
		expect(readText(`_astro/${file}`)).not.toMatch(/\(\?<[!=]/);
	});
});

describe('what focusing a field adds', () => {
	const scripts = readdirSync('dist/_astro').filter((file) => file.endsWith('.js'));
	const lazy = scripts.flatMap((file) =>
		[...readText(`_astro/${file}`).matchAll(/import\(\s*[`"']\.\/([^`"']*)/g)].map(([, target = '']) => target),
	);

	test('is the search box, its engine, the guard and its word lists, what a challenge, files, an open request and a call need, and what old browsers need for the index', () => {
		const names = new Set(lazy.map((file) => file.split('.')[0]));
		expect(names).toEqual(
			new Set([
				'browser',
				'calendar-download',
				'call-panel',
				'challenge',
				'contact-formats',
				'ed25519',
				'file-field',
				'file-uploads',
				'form-guard',
				'guarded-texts',
				'opening-clock',
				'request-panel',
				'search',
				'search-box',
				'slot-list',
				'turnstile',
				'word-lists',
			]),
		);
	});

	test.each([
		['the search box', '/en/', ['search-box', 'guarded-texts']],
		['the contact form', '/en/contact/', ['search-box', 'guarded-texts']],
	])('is at most 25 kB for %s besides engine and word lists', (_, path, names) => {
		const files = names.map((name) => lazy.find((file) => file.startsWith(name)) ?? '');
		const initial = initialScripts(page(path));
		const added = new Set(files.flatMap((file) => [...importedScripts(`_astro/${file}`)]).filter((file) => !initial.has(file)));
		expect(gzipBytes(added)).toBeGreaterThan(1000);
		expect(gzipBytes(added)).toBeLessThanOrEqual(25_000);
	});
});
