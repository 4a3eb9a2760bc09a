import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { site } from '../../src/config/site.ts';
import { elements, pages, text, type BuiltPage } from './lib/dist.ts';

/** Values of the meta elements of a page by their property or name. */
function tags({ document }: BuiltPage): Map<string, string> {
	const metas = elements(document, 'meta').map(({ attribs }) => attribs);
	return new Map(metas.map((meta) => [meta['property'] ?? meta['name'] ?? '', meta['content'] ?? '']));
}

const localized = pages.filter(({ path }) => /^\/(zh-cn|en)\//.test(path));
const own = /^\/(zh-cn|en)\/((faq|guides|categories)\/[^/]+\/)?$/;

describe('the picture of a shared link', () => {
	test.each(localized.map((built) => [built.path, built] as const))(
		'%s names one that exists, by its full address',
		(_, built) => {
			const found = tags(built);
			const url = found.get('og:image') ?? '';
			expect(url.startsWith(`${site.url}/og/`)).toBe(true);
			const png = readFileSync(join('dist', url.slice(site.url.length)));
			expect(png.toString('latin1', 1, 4)).toBe('PNG');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
			expect(png.length).toBeLessThan(60_000);
			expect([found.get('og:image:width'), found.get('og:image:height')]).toEqual(['1200', '630']);
			expect(found.get('twitter:card')).toBe('summary_large_image');
		},
	);

	test.each(localized.filter(({ path }) => own.test(path)).map((built) => [built.path, built] as const))(
		'%s has its own, described by its title',
		(path, built) => {
			const found = tags(built);
			const place = path.replace(/^\/([^/]+)\/$/, '/$1/home/').slice(0, -1);
			expect(found.get('og:image')).toMatch(new RegExp(`/og${place}\\.[0-9a-f]{12}\\.png$`));
			expect(found.get('og:image:alt')).toContain(text(built.document, 'h1'));
		},
	);

	test('is the home page’s for every other page of the language', () => {
		const [contact, home] = ['/en/contact/', '/en/'].map((path) => localized.find((built) => built.path === path));
		expect(contact && tags(contact).get('og:image')).toBe(home && tags(home).get('og:image'));
	});

	test('leaves no picture in the build that no page names', () => {
		const named = new Set(localized.map((built) => tags(built).get('og:image')?.replace(`${site.url}/og/`, '')));
		const built = readdirSync('dist/og', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
		expect(built.filter((file) => !named.has(file.replaceAll('\\', '/')))).toEqual([]);
	});
});
