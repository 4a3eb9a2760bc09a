import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { metadataOf } from '../../src/lib/check/picture-metadata.ts';
import { makeGoodContent } from './lib/good-content.ts';

const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
const exif = { IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } };
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

/** A JPEG with one more segment after its first marker. */
async function withSegment(marker: number, text: string): Promise<Buffer> {
	const jpeg = await blank().jpeg().toBuffer();
	const head = Buffer.from([0xff, marker, 0, text.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** A PNG with one more chunk behind its header. */
async function withChunk(name: string, text: string): Promise<Buffer> {
	const png = await blank().png().toBuffer();
	const size = Buffer.alloc(4);
	size.writeUInt32BE(text.length);
	return Buffer.concat([png.subarray(0, 33), size, Buffer.from(name + text, 'latin1'), Buffer.alloc(4), png.subarray(33)]);
}

describe('metadata of pictures', () => {
	test.each([
		['png', () => blank().png()],
		['jpg', () => blank().withIccProfile('srgb').jpeg({ progressive: true })],
		['webp', () => blank().webp()],
	])('is not seen in a plain .%s', async (ending, make) => {
		expect(metadataOf(`public/a.${ending}`, await make().toBuffer())).toEqual([]);
	});

	test.each([
		['png', () => blank().withExif(exif).png(), ['EXIF']],
		['jpg', () => blank().withExif(exif).jpeg(), ['EXIF']],
		['jpeg', () => blank().withExif(exif).withXmp(xmp).jpeg(), ['EXIF', 'XMP']],
		['webp', () => blank().withExif(exif).withXmp(xmp).webp(), ['EXIF', 'XMP']],
	])('is found in a .%s that sharp wrote it into', async (ending, make, found) => {
		expect(metadataOf(`public/a.${ending}`, await make().toBuffer())?.toSorted()).toEqual(found);
	});

	test('is found where image libraries do not look: comments, IPTC, other programs', async () => {
		expect(metadataOf('a.jpg', await withSegment(0xfe, 'by Somebody'))).toEqual(['a comment']);
		expect(metadataOf('a.jpg', await withSegment(0xed, 'Photoshop 3.0\0'))).toEqual(['IPTC']);
		expect(metadataOf('a.jpg', await withSegment(0xe2, 'MPF\0'))).toEqual(['data of a camera or program']);
		expect(metadataOf('a.png', await withChunk('tEXt', 'Author\0Somebody'))).toEqual(['a comment']);
	});
});

describe('the content check', () => {
	test('names pictures with metadata, and those that it cannot look into', async () => {
		const content = makeGoodContent();
		content.write('public/a.jpg', await blank().withExif(exif).jpeg().toBuffer());
		content.write('public/b.png', await blank().jpeg().toBuffer());
		content.write('public/c.gif', 'GIF89a');
		content.write('public/d.txt', 'no picture');
		const unknown = 'nobody can look into this picture; save it as .png, .jpg, .webp or .svg';
		expect(content.check()).toEqual([
			'public/a.jpg:1 this picture holds EXIF, which can tell where and by whom it was made; save it without metadata',
			`public/b.png:1 ${unknown}`,
			`public/c.gif:1 ${unknown}`,
		]);
	});

	test('names scripts, metadata and outside references of SVGs with their line', () => {
		const content = makeGoodContent();
		const lines = [
			'<svg xmlns="http://www.w3.org/2000/svg">',
			'<metadata/>',
			'<g onclick="x()"/>',
			'<use href="https://a.b/c.svg#d"/>',
		];
		content.write('content/diagrams/keys.en.svg', `${lines.join('\n')}\n</svg>\n`);
		content.write('public/plain.svg', '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><path fill="url(#b)"/></svg>');
		expect(content.check()).toEqual([
			'content/diagrams/keys.en.svg:2 this picture holds <metadata>; remove it',
			'content/diagrams/keys.en.svg:3 this picture holds a script; remove it',
			'content/diagrams/keys.en.svg:4 this picture refers to something outside; draw it in the file',
		]);
	});
});
