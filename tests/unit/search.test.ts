import { describe, expect, test } from 'vitest';

import { buildIndex } from '../../src/search/build/index.ts';
import { readPage, type Page } from '../../src/search/build/page.ts';
import { createSearch, type Search } from '../../src/search/index.ts';

const html = (language: string, title: string, body: string, head = '') =>
	`<!doctype html><html lang="${language}"><head><title>Site</title>${head}</head><body><header>Menu</header><main data-pagefind-body><h1>${title}</h1>${body}</main></body></html>`;

function pages(language: string, ...sources: [url: string, title: string, body: string][]): Page[] {
	return sources.flatMap(([url, title, body]) => readPage(html(language, title, body), url) ?? []);
}

/** A search over pages, with the names of the files that it has read. */
async function searchOver(all: readonly Page[], language: string, synonyms: string[] = []): Promise<Search & { read: string[] }> {
	const files = await buildIndex(all, synonyms);
	const read: string[] = [];
	const bundle = async (name: string) => {
		read.push(name);
		const file = files.get(name);
		if (!file) throw new Error(`there is no ${name}`);
		return new Uint8Array(file);
	};
	return { ...createSearch({ bundle, language }), read };
}

const english = pages(
	'en',
	[
		'/en/fees/',
		'Why is the fee gone?',
		'<p>A failed transaction pays its fee.</p><h2 id="refund">Can I get a refund?</h2><p>Nobody returns it.</p>',
	],
	[
		'/en/phrase/',
		'Back up your recovery phrase',
		'<p>Write the words on paper.</p><h2 id="photo">No photographs</h2><p>Malware reads pictures.</p>',
	],
	['/en/energy/', 'TRON says OUT_OF_ENERGY', '<p>Energy is missing. Transactions on TRON need it.</p>'],
	['/en/nonce/', 'Nonce too low', '<p>The number of a transaction was used. See the fee article.</p>'],
);
const chinese = pages(
	'zh-CN',
	['/zh-cn/backup/', '备份助记词', '<p>把词抄在纸上。</p><h2 id="lost">助记词丢了</h2><p>谁也找不回来。</p>'],
	['/zh-cn/arrive/', '转账没到账', '<p>先查交易哈希，再看状态。一段简单的说明。</p>'],
	['/zh-cn/energy/', 'TRON 能量不足', '<p>转 USDT 要用能量。</p>'],
);

describe('reading a page', () => {
	test('takes title, sections, other wordings and summary, and leaves frames out', () => {
		const page = readPage(
			html(
				'en',
				'A  title',
				'<nav>Menu</nav><p data-search="summary">The answer.</p><p>One<br>two</p><p data-pagefind-ignore>no</p><h2 id="s">Section</h2><p>Text</p><ul><li data-search="alias">said so</li></ul>',
			),
			'/en/x/',
		);
		expect(page).toMatchObject({ language: 'en', title: 'A title', summary: 'The answer.', aliases: ['said so'] });
		expect(page?.units).toEqual([
			{ id: '', heading: '', text: 'One\ntwo' },
			{ id: 's', heading: 'Section', text: 'Text' },
		]);
	});

	test('falls back to <main>, the head’s title and the description of plain pages', () => {
		const plain =
			'<html lang="de"><head><title>Titel</title><meta name="description" content="Kurz"></head><body>x<main><p>Text</p></main></body></html>';
		expect(readPage(plain, '/')).toMatchObject({ language: 'de', title: 'Titel', summary: 'Kurz' });
		expect(readPage('<p>no language</p>', '/')).toBeUndefined();
	});
});

describe('searching', () => {
	test('puts the title before the text, and quotes the section that answers', async () => {
		const search = await searchOver(english, 'en');
		const { results, match } = await search.search('can I get a refund');
		expect(results[0]).toMatchObject({ url: '/en/fees/#refund', page: '/en/fees/', heading: 'Can I get a refund?' });
		expect(match).toBe('good');
	});

	test.each([
		['OUT_OF_ENERGY', '/en/energy/'],
		['recovry phrase', '/en/phrase/'],
		['non', '/en/nonce/'],
		['ｎｏｎｃｅ', '/en/nonce/'],
	])('finds %s', async (query, page) => {
		const search = await searchOver(english, 'en');
		expect((await search.search(query)).results[0]?.page).toBe(page);
	});

	test('puts the page that says the whole phrase before those that hold its words', async () => {
		const filler = '<p>Block height and gas limit, exceeds here and there.</p><p>The block gas limit is high.</p>';
		const all = pages(
			'en',
			['/en/a/', 'Heights', filler],
			['/en/b/', 'Limits', '<p>Wallets differ.</p><p>It said: exceeds block gas limit.</p>'],
			['/en/c/', 'Depths', filler],
		);
		const search = await searchOver(all, 'en');
		expect((await search.search('exceeds block gas limit')).results[0]?.page).toBe('/en/b/');
		expect((await search.search('exceeds block gas lim')).results[0]?.page).toBe('/en/b/');
	});

	test('judges what a filter leaves, and all where it leaves nothing', async () => {
		const guide = pages('en', ['/en/guides/', 'Phrases', '<p>A number that a transaction used.</p>']).map((page) => ({
			...page,
			kind: 'guides',
		}));
		const search = await searchOver([...english, ...guide], 'en');
		expect((await search.search('nonce too low')).match).toBe('good');
		expect(await search.search('nonce too low number', { kind: 'guides' })).toMatchObject({ total: 1, match: 'none' });
		expect(await search.search('nonce too low', { kind: 'none such' })).toMatchObject({ total: 0, match: 'good' });
	});

	test('says which word it has corrected', async () => {
		const search = await searchOver(english, 'en');
		expect((await search.search('recovry phrase')).corrected).toBe('recovery phrase');
		expect((await search.search('recovery phrase')).corrected).toBeUndefined();
	});

	test.each([
		['助记词', '/zh-cn/backup/'],
		['段简', '/zh-cn/arrive/'],
		['zhujici', '/zh-cn/backup/'],
		['zjc', '/zh-cn/backup/'],
		['住记词', '/zh-cn/backup/'],
		['轉賬沒到賬', '/zh-cn/arrive/'],
		['usdt能量', '/zh-cn/energy/'],
	])('finds %s', async (query, page) => {
		const search = await searchOver(chinese, 'zh-cn');
		expect((await search.search(query)).results[0]?.page).toBe(page);
	});

	test('puts the newest of equal pages first', async () => {
		const page = (url: string, updated: string) =>
			readPage(
				html('en', 'Same title', '<p>Same text</p>').replace(
					'data-pagefind-body',
					`data-pagefind-body data-search-updated="${updated}"`,
				),
				url,
			);
		const all = [page('/en/a/', '2025-01-01'), page('/en/b/', '2026-11-01'), page('/en/c/', '')].flatMap((one) => one ?? []);
		const { results } = await (await searchOver(all, 'en')).search('same title');
		expect(results.map((result) => result.page)).toEqual(['/en/b/', '/en/a/', '/en/c/']);
	});

	test('finds what writers call the same', async () => {
		const search = await searchOver(english, 'en', ['seed sentence,recovery phrase']);
		expect((await search.search('seed sentence')).results[0]?.page).toBe('/en/phrase/');
	});

	test('says when nothing is an answer, and keeps languages apart', async () => {
		const search = await searchOver([...english, ...chinese], 'en');
		expect(await search.search('kubernetes ingress')).toMatchObject({ total: 0, match: 'none', results: [] });
		expect((await search.search('助记词')).total).toBe(0);
	});

	test('reads nothing before it is asked, a part of the index for a query, and no file twice', async () => {
		const search = await searchOver(english, 'en');
		expect(search.read).toEqual([]);
		await search.preload();
		expect(search.read).toEqual(['en.index']);
		await search.search('nonce');
		await search.search('nonce');
		expect(new Set(search.read).size).toBe(search.read.length);
	});

	test('tries again after a file could not be read', async () => {
		const files = await buildIndex(english);
		let isDown = true;
		const search = createSearch({
			language: 'en',
			bundle: async (name) => {
				if (isDown) throw new Error('offline');
				return new Uint8Array(files.get(name) ?? []);
			},
		});
		await expect(search.search('nonce')).rejects.toThrow('offline');
		isDown = false;
		expect((await search.search('nonce')).total).toBeGreaterThan(0);
	});

	test('bears anything that people paste', async () => {
		const search = await searchOver(english, 'en');
		for (const query of [
			'',
			' ',
			'\0\u202e',
			'😱'.repeat(3000),
			'a'.repeat(10_000),
			'.*[(',
			'<img src=x onerror=alert(1)>',
			'"" OR 1=1 --',
		])
			expect((await search.search(query)).results.length).toBeLessThanOrEqual(8);
	});
});
