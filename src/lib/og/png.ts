import { crc32, deflate } from 'node:zlib';
import { promisify } from 'node:util';

const deflated = promisify(deflate);

/** How far apart two colours may be, in RGB, to become one: steps of an antialiased edge that nobody can tell apart. */
const tolerance = 12;

/**
 * Encodes an opaque picture of flat colours, three bytes a pixel, as PNG with a palette. sharp can do so too, but its
 * search for the best palette takes three times as long and the file is larger.
 */
export async function encodePng(rgb: Buffer, width: number, height: number): Promise<Buffer> {
	const pixels = toPixels(rgb);
	const { palette, indexOf } = choosePalette(pixels);
	// Each row begins with the number of its filter: none.
	const rows = new Uint8Array((width + 1) * height);
	let index = 0;
	for (let at = 0; at < pixels.length; at++) {
		const value = pixels[at] ?? 0;
		if (value !== pixels[at - 1]) index = indexOf.get(value) ?? 0;
		rows[at + Math.floor(at / width) + 1] = index;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Bit depth 8, colour type 3: a palette.
	header.set([8, 3], 8);
	const data = await deflated(rows, { level: 7, memLevel: 9 });
	const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** One number a pixel, 0xRRGGBB. */
function toPixels(rgb: Buffer): Uint32Array {
	const pixels = new Uint32Array(rgb.length / 3);
	for (let at = 0, byte = 0; at < pixels.length; at++, byte += 3) {
		pixels[at] = ((rgb[byte] ?? 0) << 16) | ((rgb[byte + 1] ?? 0) << 8) | (rgb[byte + 2] ?? 0);
	}
	return pixels;
}

/** The commonest colours, and for every colour the one of them that stands for it. */
function choosePalette(pixels: Uint32Array): { palette: Buffer; indexOf: Map<number, number> } {
	const chosen: number[] = [];
	const indexOf = new Map<number, number>();
	for (const [value] of [...countColours(pixels)].toSorted(([, a], [, b]) => b - a)) {
		const { index, distance } = nearest(chosen, value);
		if (distance <= tolerance ** 2 || chosen.length === 256) indexOf.set(value, index);
		else indexOf.set(value, chosen.push(value) - 1);
	}
	return { palette: Buffer.from(chosen.flatMap((value) => [value >> 16, (value >> 8) & 255, value & 255])), indexOf };
}

/** How many pixels have each colour, counted by runs: most of a picture is paper. */
function countColours(pixels: Uint32Array): Map<number, number> {
	const counts = new Map<number, number>();
	let start = 0;
	for (let at = 1; at <= pixels.length; at++) {
		const value = pixels[at - 1] ?? 0;
		if (pixels[at] === value) continue;
		counts.set(value, (counts.get(value) ?? 0) + at - start);
		start = at;
	}
	return counts;
}

function nearest(candidates: readonly number[], value: number): { index: number; distance: number } {
	let best = { index: 0, distance: Infinity };
	for (let index = 0; index < candidates.length; index++) {
		const candidate = candidates[index] ?? 0;
		const red = (candidate >> 16) - (value >> 16);
		const green = ((candidate >> 8) & 255) - ((value >> 8) & 255);
		const blue = (candidate & 255) - (value & 255);
		const distance = red ** 2 + green ** 2 + blue ** 2;
		if (distance < best.distance) best = { index, distance };
	}
	return best;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(4);
	frame.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([frame, body, sum]);
}
