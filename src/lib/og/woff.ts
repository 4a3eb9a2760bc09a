import { inflateSync } from 'node:zlib';

/** Advance widths by code point, in thousandths of an em, of everything that a WOFF 1 font can draw. Throws on another format. */
export function readAdvances(woff: Buffer): Map<number, number> {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font');
	const unitsPerEm = table(woff, 'head').readUInt16BE(18);
	const measured = table(woff, 'hhea').readUInt16BE(34);
	const hmtx = table(woff, 'hmtx');
	const advance = (glyph: number) => (hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm;
	return new Map([...glyphs(table(woff, 'cmap'))].map(([code, glyph]) => [code, advance(glyph)]));
}

function table(woff: Buffer, tag: string): Buffer {
	for (let index = 0; index < woff.readUInt16BE(12); index++) {
		const entry = 44 + index * 20;
		if (woff.toString('latin1', entry, entry + 4) !== tag) continue;
		const [offset, stored, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
		const bytes = woff.subarray(offset, offset + stored);
		return stored < length ? inflateSync(bytes) : bytes;
	}
	throw new Error(`the font has no table ${tag}`);
}

/** The widest Unicode mapping of the font: format 12 where there is one, else 4. */
function glyphs(cmap: Buffer): Map<number, number> {
	const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(cmap.readUInt32BE(8 + index * 8)));
	const byFormat = new Map(subtables.map((subtable) => [subtable.readUInt16BE(0), subtable]));
	const wide = byFormat.get(12);
	if (wide) return segmentedCoverage(wide);
	const basic = byFormat.get(4);
	if (basic) return segmentMapping(basic);
	throw new Error('the font maps characters in an unknown format');
}

function segmentedCoverage(subtable: Buffer): Map<number, number> {
	const found = new Map<number, number>();
	for (let group = 16; group < 16 + subtable.readUInt32BE(12) * 12; group += 12) {
		const [start, end, glyph] = [0, 4, 8].map((at) => subtable.readUInt32BE(group + at)) as [number, number, number];
		for (let code = start; code <= end; code++) found.set(code, glyph + code - start);
	}
	return found;
}

function segmentMapping(subtable: Buffer): Map<number, number> {
	const found = new Map<number, number>();
	const size = subtable.readUInt16BE(6);
	for (let at = 0; at < size; at += 2) {
		const [end, start] = [subtable.readUInt16BE(14 + at), subtable.readUInt16BE(16 + size + at)];
		const delta = subtable.readUInt16BE(16 + size * 2 + at);
		const rangeAt = 16 + size * 3 + at;
		const range = subtable.readUInt16BE(rangeAt);
		for (let code = start; code <= end && code !== 0xffff; code++) {
			const glyph = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + (code - start) * 2);
			if (glyph !== 0) found.set(code, (glyph + delta) & 0xffff);
		}
	}
	return found;
}
