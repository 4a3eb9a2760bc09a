import { readdirSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { gzipBytes, initialScripts, page, pages, readText, stylesheets } from './lib/dist.ts';

const budget = 15_000;

describe('what a reader downloads before touching anything', () => {
	test.each(pages.map((built) => [built.path, built] as const))('%s stays within 15 kB of script', (_, built) => {
		expect(gzipBytes(initialScripts(built))).toBeLessThanOrEqual(budget);
	});

	test.each(pages.map((built) => [built.path, built] as const))('%s stays within 15 kB of styles', (_, built) => {
		expect(gzipBytes(stylesheets(built))).toBeLessThanOrEqual(budget);
	});

	test('neither the search runtime nor the word lists of the guard are among it', () => {
		const scripts = [...new Set(pages.flatMap((built) => [...initialScripts(built)]))];
		expect(scripts.filter((file) => /pagefind|word-lists/.test(file))).toEqual([]);
		expect(scripts.filter((file) => readText(file).includes('ZodError'))).toEqual([]);
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
	test('is the word lists of the guard and the search engine, and nothing else', () => {
		const scripts = readdirSync('dist/_astro').filter((file) => file.endsWith('.js'));
		const lazy = scripts.flatMap((file) =>
			[...readText(`_astro/${file}`).matchAll(/import\(\s*([^)]*)\)/g)].map(([, target = '']) => target),
		);
		expect(lazy.length).toBeGreaterThan(0);
		expect(lazy.filter((target) => !/word-lists|pagefind\.js/.test(target))).toEqual([]);
	});
});
