import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { fileKinds, sniff, type WalkedKind } from '#shared/files/kinds';
import { cleanName, disposition, nameInDisposition } from '#shared/files/names';
import { isJson, readText } from '#shared/files/text';
import { BrokenFileError, join, latin, Walker } from '#shared/files/walk';

import { bytes, mark, markedGif, markedJpeg, markedPng, markedWebp, mp4, pdf, refusedFiles } from '../fixtures/files.ts';

function clean(kind: WalkedKind, file: Uint8Array, pieces: readonly number[] = []): Uint8Array<ArrayBuffer> {
	const walker = new Walker(fileKinds[kind].walk());
	const kept: Uint8Array[] = [];
	let at = 0;
	for (const size of [...pieces, file.byteLength]) {
		kept.push(...walker.push(file.subarray(at, at + size)));
		at += size;
	}
	walker.end();
	return join(...kept);
}

const made = { jpeg: markedJpeg(), png: markedPng(), webp: markedWebp(), gif: markedGif(), pdf: pdf(), mp4: mp4() };
const kinds = Object.keys(made) as WalkedKind[];
const pictures = ['jpeg', 'png', 'webp', 'gif'] as const;

describe.each(kinds)('a %s', (kind) => {
	test('is known by its first bytes', () => {
		expect(sniff(made[kind])).toBe(kind);
	});

	test('is read alike however its bytes arrive', () => {
		const whole = clean(kind, made[kind]);
		fc.assert(
			fc.property(fc.array(fc.nat(40), { maxLength: 30 }), (pieces) => {
				expect(clean(kind, made[kind], pieces)).toEqual(whole);
			}),
			{ numRuns: 60 },
		);
	});

	test('is taken again as it was left', () => {
		const once = clean(kind, made[kind]);
		expect(clean(kind, once)).toEqual(once);
	});

	test('is refused when it is cut short anywhere', () => {
		const once = clean(kind, made[kind]);
		// A video may end after any of its parts, a PDF after its mark.
		const least = kind === 'mp4' ? 30 : kind === 'pdf' ? once.byteLength - 6 : once.byteLength - 1;
		for (let size = 0; size <= least; size++) expect(() => clean(kind, once.subarray(0, size))).toThrow(BrokenFileError);
	});

	test('breaks nothing, whatever is in it', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(made[kind].byteLength - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
				const file = made[kind].slice();
				for (const [at, value] of changes) file[at] = value;
				try {
					clean(kind, file);
				} catch (error) {
					expect(error).toBeInstanceOf(BrokenFileError);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe.each(pictures)('a %s with a place in all of its metadata', (kind) => {
	test('keeps none of it, nor what stands behind its end', () => {
		expect(latin(made[kind])).toContain(mark);
		expect(latin(clean(kind, made[kind]))).not.toContain(mark.slice(0, 6));
	});
});

describe('pictures of a real encoder', () => {
	const exif = { IFD0: { Copyright: mark, Make: mark }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } };
	const source = sharp({
		create: { width: 60, height: 40, channels: 3, background: 'black', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
	});

	test.each(['jpeg', 'png', 'webp', 'gif'] as const)('look the same without it: %s', async (kind) => {
		const file = await source.clone().withExif(exif).withIccProfile('p3').toFormat(kind, { progressive: true }).toBuffer();
		const cleaned = clean(kind, file);
		const { exif: left, xmp, icc } = await sharp(cleaned).metadata();
		expect([left, xmp]).toEqual([undefined, undefined]);
		if (kind !== 'gif') expect(icc).toEqual((await sharp(file).metadata()).icc);
		expect(await sharp(cleaned).raw().toBuffer()).toEqual(await sharp(file).raw().toBuffer());
		expect(latin(cleaned)).not.toContain(mark);
	});

	test.each([1, 3, 6, 8])('stay as they were held: a JPEG with orientation %i', async (orientation) => {
		const file = await source.clone().withExif(exif).withMetadata({ orientation }).jpeg().toBuffer();
		const { orientation: kept, exif: left } = await sharp(clean('jpeg', file)).metadata();
		expect(kept ?? 1).toBe(orientation);
		expect(left?.byteLength ?? 0).toBeLessThan(40);
	});

	test('move as before: an animated WebP and GIF', async () => {
		const frames = [0, 120, 240].map((red) => ({
			create: { width: 20, height: 20, channels: 3 as const, background: { r: red, g: 9, b: 9 } },
		}));
		const inputs = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
		for (const kind of ['webp', 'gif'] as const) {
			const file = await sharp(inputs, { join: { animated: true } })
				.withExif(exif)
				.toFormat(kind)
				.toBuffer();
			const cleaned = clean(kind, file);
			expect((await sharp(cleaned, { animated: true }).metadata()).pages).toBe(3);
			expect(await sharp(cleaned, { animated: true }).raw().toBuffer()).toEqual(
				await sharp(file, { animated: true }).raw().toBuffer(),
			);
		}
	});
});

describe('what is no file that is taken', () => {
	test.each(Object.entries(refusedFiles))('%s', (_, file) => {
		expect(['heic', 'unknown']).toContain(sniff(file));
		expect(readText(file)).toBeNull();
	});

	test('a picture that another kind of file stands in front of', () => {
		expect(sniff(bytes('<svg/>', markedPng()))).toBe('unknown');
		expect(() => clean('pdf', bytes('%PDF-<html>', pdf()))).toThrow(BrokenFileError);
		expect(() => clean('mp4', bytes(mp4(), 'PK\x03\x04', new Uint8Array(20)))).toThrow(BrokenFileError);
	});
});

describe('a text', () => {
	test('is UTF-8, or UTF-16 that says so', () => {
		expect(readText(bytes([0xff, 0xfe], [0x2d, 0x4e, 0x0a, 0x00]))).toBe('中\n');
		expect(readText(new TextEncoder().encode('<34>1 2026 地址\r\n\t'))).toBe('<34>1 2026 地址\r\n\t');
		expect([isJson('{"a":[1]}'), isJson('[2026] started'), isJson('1')]).toEqual([true, false, false]);
	});
});

describe('the name of a file', () => {
	test.each([
		['../../etc/passwd', 'text', 'passwd.txt'],
		['C:\\Windows\\photo.JPEG', 'jpeg', 'photo.jpeg'],
		['holiday.exe', 'png', 'holiday.exe.png'],
		['report.html', 'text', 'report.html.txt'],
		['a\r\nBcc: x@example.com\0.pdf', 'pdf', 'aBcc x@example.com.pdf'],
		['invoice\u202Efdp.png', 'png', 'invoicefdp.png'],
		['"><img src=x>.gif', 'gif', 'img src=x.gif'],
		['...', 'json', 'file.json'],
		['', 'mp4', 'file.mp4'],
		['截图 2026-11-23.png', 'png', '截图 2026-11-23.png'],
	] as const)('%j of a %s is %j', (given, kind, name) => {
		expect(cleanName(given, kind)).toBe(name);
	});

	test('can neither break a header nor outgrow its length, and is read back as it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
				const name = cleanName(given, 'png');
				const header = disposition('attachment', name);
				expect(header).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%~-]+$/);
				expect([nameInDisposition(header), Array.from(name).length <= 100]).toEqual([name, true]);
			}),
		);
		expect(nameInDisposition("attachment; filename*=UTF-8''%zz")).toBe('');
	});
});
