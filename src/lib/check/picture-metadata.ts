/** Formats whose metadata is found. */
export const rasterEndings = ['.png', '.jpg', '.webp'] as const;

/** PNG chunks that hold no pixels, colours or animation. */
const pngTexts = new Map([
	['eXIf', 'EXIF'],
	['tEXt', 'a comment'],
	['zTXt', 'a comment'],
	['iTXt', 'a comment or XMP'],
	['tIME', 'a date'],
]);
const webpTexts = new Map([
	['EXIF', 'EXIF'],
	['XMP ', 'XMP'],
]);

/**
 * Names of what a picture holds beside its pixels: EXIF, XMP, IPTC, comments. Undefined where the file is not what its ending
 * says. Reads the containers itself: image libraries skip comments and unknown blocks.
 */
export function metadataOf(file: string, bytes: Buffer): string[] | undefined {
	const ending = /\.(\w+)$/.exec(file.toLowerCase())?.[1];
	if (ending === 'png') return ofPng(bytes);
	if (ending === 'jpg' || ending === 'jpeg') return ofJpeg(bytes);
	return ending === 'webp' ? ofWebp(bytes) : undefined;
}

function ofPng(bytes: Buffer): string[] | undefined {
	if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
	const found = new Set<string>();
	for (let at = 8; at + 8 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
		const text = pngTexts.get(bytes.toString('latin1', at + 4, at + 8));
		if (text) found.add(text);
	}
	return [...found];
}

function ofJpeg(bytes: Buffer): string[] | undefined {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	const found = new Set<string>();
	for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += bytes.readUInt16BE(at + 2) + 2) {
		const marker = bytes[at + 1] ?? 0;
		// The scan: pixels to the end.
		if (marker === 0xda) break;
		const name = nameOfSegment(marker, bytes.toString('latin1', at + 4, at + 32));
		if (name) found.add(name);
	}
	return [...found];
}

/** What a JPEG segment holds, unless it is needed to show the picture. */
function nameOfSegment(marker: number, start: string): string | undefined {
	if (marker === 0xfe) return 'a comment';
	if (marker < 0xe0 || marker > 0xef) return undefined;
	if (/^(?:JFIF|JFXX|ICC_PROFILE|Adobe)\0?/.test(start)) return undefined;
	if (start.startsWith('Exif')) return 'EXIF';
	if (start.startsWith('http://ns.adobe.com/')) return 'XMP';
	return start.startsWith('Photoshop') ? 'IPTC' : 'data of a camera or program';
}

function ofWebp(bytes: Buffer): string[] | undefined {
	if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
	const found = new Set<string>();
	for (let at = 12; at + 8 <= bytes.length;) {
		const text = webpTexts.get(bytes.toString('latin1', at, at + 4));
		if (text) found.add(text);
		const size = bytes.readUInt32LE(at + 4);
		at += 8 + size + (size % 2);
	}
	return [...found];
}
