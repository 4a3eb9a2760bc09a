import { bytesOf, join, latin, insist, take, view, type Walk } from '#shared/files/walk';

/** Segments that a picture cannot be drawn without: tables, frames, restart intervals. */
const drawn = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);
const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * A JPEG without its metadata and previews. Colour profile and Adobe's colour transform stay, and of EXIF which way up the picture
 * is held: without it a photo lies on its side.
 */
export function* walkJpeg(): Walk {
	const start = yield* take(2);
	insist(start[0] === 0xff && start[1] === 0xd8);
	yield { do: 'put', bytes: start };
	const seen = { frame: false, scan: false, orientation: false };
	let marker = yield* nextMarker();
	while (marker !== endOfImage) {
		yield* walkSegment(marker, seen);
		marker = marker === startOfScan ? yield* walkScan() : yield* nextMarker();
	}
	insist(seen.frame && seen.scan);
	yield { do: 'put', bytes: Uint8Array.of(0xff, endOfImage) };
}

function* nextMarker(): Walk<number> {
	const [first = 0] = yield* take(1);
	insist(first === 0xff);
	let [code = 0] = yield* take(1);
	while (code === 0xff) [code = 0] = yield* take(1);
	return code;
}

function* walkSegment(marker: number, seen: Seen): Walk {
	const size = view(yield* take(2)).getUint16(0) - 2;
	insist(size >= 0);
	const isFrame = marker >= 0xc0 && marker <= 0xcf && !drawn.has(marker) && marker !== 0xc8;
	if (isFrame) seen.frame = true;
	if (marker === startOfScan) {
		insist(seen.frame);
		seen.scan = true;
	}
	if (isFrame || marker === startOfScan || drawn.has(marker)) {
		yield { do: 'put', bytes: segmentHead(marker, size) };
		yield { do: 'copy', size };
		return;
	}
	// Application data, comments and extensions: everything else has no length, or no meaning.
	insist(marker >= 0xe0 && marker <= 0xfe);
	const bytes = whatStays(marker, yield* take(size), seen);
	if (bytes) yield { do: 'put', bytes: join(segmentHead(marker, bytes.byteLength), bytes) };
}

/** The picture itself, up to the next marker. */
function* walkScan(): Walk<number> {
	for (;;) {
		yield { do: 'copyTo', byte: 0xff };
		const marker = yield* nextMarker();
		const isData = marker === 0 || (marker >= 0xd0 && marker <= 0xd7);
		if (!isData) return marker;
		yield { do: 'put', bytes: Uint8Array.of(0xff, marker) };
	}
}

function whatStays(marker: number, data: Uint8Array, seen: Seen): Uint8Array | null {
	const says = (name: string) => latin(data.subarray(0, name.length)) === name;
	// Without the preview, which may show what has been cut out of the picture.
	if (marker === 0xe0 && says('JFIF\0') && data.byteLength >= 14) return join(data.subarray(0, 12), new Uint8Array(2));
	if (marker === 0xe1 && says('Exif\0\0') && !seen.orientation) {
		const orientation = findOrientation(data.subarray(6));
		seen.orientation = orientation > 1;
		return orientation > 1 ? orientationOnly(orientation) : null;
	}
	if (marker === 0xe2 && says('ICC_PROFILE\0')) return data;
	if (marker === 0xee && says('Adobe') && data.byteLength >= 12) return data.subarray(0, 12);
	return null;
}

/** 2 to 8 when the picture has to be turned or mirrored. */
function findOrientation(tiff: Uint8Array): number {
	if (tiff.byteLength < 14) return 1;
	const isLittle = latin(tiff.subarray(0, 2)) === 'II';
	const data = view(tiff);
	const start = data.getUint32(4, isLittle);
	if (start + 2 > tiff.byteLength) return 1;
	const count = data.getUint16(start, isLittle);
	for (let at = start + 2; at + 12 <= tiff.byteLength && at < start + 2 + count * 12; at += 12) {
		if (data.getUint16(at, isLittle) !== 0x0112) continue;
		const value = data.getUint16(at + 8, isLittle);
		return value <= 8 ? value : 1;
	}
	return 1;
}

function orientationOnly(orientation: number): Uint8Array {
	const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
	return join(bytesOf('Exif\0\0MM\0*\0\0\0\x08'), Uint8Array.of(0, 1, ...entry, 0, 0, 0, 0));
}

function segmentHead(marker: number, size: number): Uint8Array {
	return Uint8Array.of(0xff, marker, (size + 2) >> 8, (size + 2) & 0xff);
}

interface Seen {
	frame: boolean;
	scan: boolean;
	orientation: boolean;
}
