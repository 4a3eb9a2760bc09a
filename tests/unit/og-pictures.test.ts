import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { site } from '../../src/config/site.ts';
import { en } from '../../src/i18n/en.ts';
import { zhCn } from '../../src/i18n/zh-cn.ts';
import { describeReport, fillCache } from '../../src/lib/og/cache.ts';
import { drawPicture, pictureHash } from '../../src/lib/og/draw.ts';
import { missingGlyphs, textWidth } from '../../src/lib/og/font.ts';
import { encodePng } from '../../src/lib/og/png.ts';
import { pictureTree, type Card } from '../../src/lib/og/template.ts';
import { readAdvances } from '../../src/lib/og/woff.ts';
import { readCategoryTexts, readTitles } from './lib/titles.ts';

const card: Card = {
	lang: 'zh-CN',
	brand: '钱包帮助中心',
	demonstration: '演示',
	topic: { icon: 'shield', name: '账户安全' },
	title: '忘记钱包密码了，怎么办？',
	who: { label: '谁能解决', actors: [{ icon: 'you', name: '你自己' }] },
};

describe('glyphs', () => {
	test('are there for every title, category, brand and interface text that a picture shows', () => {
		const keys = ['home.title', 'home.lead', 'footer.about', 'footer.topics', 'demo.title', 'who.title'] as const;
		const actors = ['who.you', 'who.chain', 'who.issuer', 'who.exchange', 'who.us'] as const;
		const words = [en, zhCn].flatMap((texts) => [...keys, ...actors].map((key) => texts[key]));
		const texts = [...readTitles(), ...readCategoryTexts(), ...Object.values(site.brand), ...words];
		expect(texts.length).toBeGreaterThan(100);
		expect(texts.flatMap((text) => missingGlyphs(text).map((character) => `${character} in ${text}`))).toEqual([]);
	});

	test('that the fonts lack are named, each once', () => {
		expect(missingGlyphs('发币 🚀 → 🚀 成功')).toEqual(['🚀', '→']);
	});

	test('are measured from the font', () => {
		expect(textWidth('钱包', 700)).toBe(2);
		expect(textWidth('i', 700)).toBeLessThan(textWidth('W', 700));
		expect(() => readAdvances(Buffer.from('wOF2 is another format'))).toThrow('not a WOFF 1 font');
	});
});

describe('the template', () => {
	const show = (changes: Partial<Card>) => JSON.stringify(pictureTree({ ...card, ...changes }));

	test('gives a picture another name whenever it would look different', () => {
		const variants = [
			{},
			{ title: '忘记密码了' },
			{ demonstration: undefined },
			{ brand: '帮助' },
			{ lang: 'en' },
			{ who: undefined },
		];
		const hashes = variants.map((changes) => pictureHash(pictureTree({ ...card, ...changes })));
		expect(new Set(hashes).size).toBe(variants.length);
		expect(pictureHash(pictureTree(card))).toBe(hashes[0]);
	});

	test('marks a demonstration, and only that', () => {
		expect(show({})).toContain('演示');
		expect(show({ demonstration: undefined })).not.toContain('演示');
	});

	test.each(['密'.repeat(80), 'Immutable '.repeat(8).trim()])('has room for the longest title allowed: %s', (title) => {
		expect(() => show({ title, lang: title.startsWith('I') ? 'en' : 'zh-CN' })).not.toThrow();
	});

	test.each(readTitles())('has room for “%s”', (title) => {
		expect(() => show({ title })).not.toThrow();
	});

	test('says which icon is missing', () => {
		expect(() => show({ topic: { icon: 'unicorn', name: '' } })).toThrow('no icon src/icons/unicorn.svg');
	});
});

describe('a drawn picture', () => {
	test('is a PNG of the promised size, light enough for chats, in the colours of the site', async () => {
		const png = await drawPicture(pictureTree(card));
		const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
		expect(info).toMatchObject({ width: 1200, height: 630 });
		expect(png.length).toBeLessThan(40_000);
		const pixel = (x: number, y: number) => data.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3).toString('hex');
		expect(pixel(4, 4)).toBe('f8f6f1');
		expect(pixel(4, 626)).toBe('0b5a5a');
		const title = data.subarray(1200 * 3 * 200, 1200 * 3 * 450);
		expect(title.includes(Buffer.from('1b25281b2528', 'hex'))).toBe(true);
	});
});

describe('the encoder', () => {
	test('keeps a few colours exactly', async () => {
		const rgb = Buffer.from('ff000000ff000000ff102030', 'hex');
		const decoded = await sharp(await encodePng(rgb, 2, 2))
			.removeAlpha()
			.raw()
			.toBuffer();
		expect(decoded.toString('hex')).toBe(rgb.toString('hex'));
	});

	test('makes steps of a soft edge one, but none that could be seen', async () => {
		const rgb = Buffer.from(Array.from({ length: 64 * 64 }, (_, at) => [at % 256, 255 - (at % 256), 128]).flat());
		const png = await encodePng(rgb, 64, 64);
		const decoded = await sharp(png).removeAlpha().raw().toBuffer();
		expect(Math.max(...rgb.map((value, at) => Math.abs(value - (decoded[at] ?? 0))))).toBeLessThanOrEqual(12);
		expect(new Set(rgb.toString('hex').match(/.{6}/g)).size).toBe(256);
		expect(new Set(decoded.toString('hex').match(/.{6}/g)).size).toBeLessThan(64);
	});
});

describe('the cache', () => {
	const pictures = [{ hash: 'a' }, { hash: 'b' }, { hash: 'c' }];
	let folder: string;

	beforeEach(async () => {
		folder = join(await mkdtemp(join(tmpdir(), 'og-')), 'og');
	});

	afterEach(() => rm(join(folder, '..'), { recursive: true }));

	test('draws each picture once, and nothing in a second build', async () => {
		const drawn: string[] = [];
		const draw = async ({ hash }: { hash: string }) => {
			drawn.push(hash);
			return Buffer.from(hash);
		};
		expect(await fillCache(folder, [...pictures, { hash: 'a' }], draw)).toMatchObject({ drawn: 3, cached: 0 });
		expect(await fillCache(folder, [...pictures, { hash: 'd' }], draw)).toMatchObject({ drawn: 1, cached: 3 });
		expect(drawn.toSorted()).toEqual(['a', 'b', 'c', 'd']);
		expect((await readdir(folder)).toSorted()).toEqual(['a.png', 'b.png', 'c.png', 'd.png']);
	});

	test('removes what no build has used for a fortnight, and keeps what one still uses', async () => {
		const draw = async () => Buffer.from('');
		await fillCache(folder, pictures, draw);
		await writeFile(join(folder, 'left.png.123'), '');
		const monthAgo = new Date(Date.now() - 30 * 86_400_000);
		for (const name of await readdir(folder)) await utimes(join(folder, name), monthAgo, monthAgo);
		expect(await fillCache(folder, [{ hash: 'b' }], draw)).toMatchObject({ drawn: 0, cached: 1, removed: 3 });
		expect(await readdir(folder)).toEqual(['b.png']);
	});

	test('keeps nothing of a picture that could not be drawn', async () => {
		const failing = fillCache(folder, pictures, () => Promise.reject(new Error('no paint')));
		await expect(failing).rejects.toThrow('no paint');
		expect(await readdir(folder)).toEqual([]);
	});

	test('reports in one line', () => {
		const report = { drawn: 12, cached: 130, removed: 0, milliseconds: 3120 };
		expect(describeReport(report)).toBe('OG pictures: 12 drawn in 3.1 s, 130 from cache');
		expect(describeReport({ ...report, removed: 4 })).toMatch(/, 4 unused removed$/);
	});
});
