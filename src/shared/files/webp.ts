import { bytesOf, join, latin, insist, take, view, type Walk } from '#shared/files/walk';

const drawn = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF']);
/** In the flags of an extended picture: that EXIF and XMP follow. */
const metadataFlags = 0x08 | 0x04;
const frameHead = 16;

/**
 * A WebP without its metadata. The size of the whole stands at the front, before anybody knows what follows: so metadata is not
 * left out but overwritten with zeros, in a chunk that says it is nothing.
 */
export function* walkWebp(): Walk {
	const head = yield* take(12);
	insist(latin(head.subarray(0, 4)) === 'RIFF' && latin(head.subarray(8)) === 'WEBP');
	yield { do: 'put', bytes: head };
	insist(yield* walkChunks(view(head).getUint32(4, true) - 4));
}

/** Chunks of so many bytes; whether one of them is a picture. */
function* walkChunks(bytes: number): Walk<boolean> {
	let hasPicture = false;
	for (let left = bytes; left > 0;) {
		const head = yield* take(8);
		const [type, size] = [latin(head.subarray(0, 4)), view(head).getUint32(4, true)];
		const padded = size + (size % 2);
		left -= 8 + padded;
		insist(left >= 0);
		hasPicture ||= pictures.has(type);
		yield* walkChunk(type, head, size, padded);
	}
	return hasPicture;
}

function* walkChunk(type: string, head: Uint8Array, size: number, padded: number): Walk {
	if (!drawn.has(type)) {
		yield { do: 'put', bytes: join(bytesOf('JUNK'), head.subarray(4)) };
		yield { do: 'blank', size: padded };
		return;
	}
	yield { do: 'put', bytes: head };
	if (type === 'VP8X') {
		insist(size === 10);
		const extended = yield* take(size);
		extended[0] = (extended[0] ?? 0) & ~metadataFlags;
		yield { do: 'put', bytes: extended };
	} else if (type === 'ANMF') {
		insist(size > frameHead);
		yield { do: 'copy', size: frameHead };
		insist(yield* walkChunks(padded - frameHead));
	} else yield { do: 'copy', size: padded };
}
