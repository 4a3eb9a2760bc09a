import { latin, insist, take, view, type Walk } from '#shared/files/walk';

/** Applications whose blocks say how often an animation is shown. */
const loops = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF without comments, texts and what applications have added. */
export function* walkGif(): Walk {
	const head = yield* take(13);
	insist(/^GIF8[79]a$/.test(latin(head.subarray(0, 6))));
	yield { do: 'put', bytes: head };
	yield { do: 'copy', size: colours(head[10] ?? 0) };
	let hasPicture = false;
	for (;;) {
		const kind = yield* take(1);
		if (kind[0] === 0x21) yield* walkExtension();
		else if (kind[0] === 0x2c) {
			yield { do: 'put', bytes: kind };
			yield* walkPicture();
			hasPicture = true;
		} else {
			insist(kind[0] === 0x3b && hasPicture);
			yield { do: 'put', bytes: kind };
			return;
		}
	}
}

function* walkPicture(): Walk {
	const place = yield* take(9);
	insist(view(place).getUint16(4, true) > 0 && view(place).getUint16(6, true) > 0);
	yield { do: 'put', bytes: place };
	// The byte after the colours is the size of the first code.
	yield { do: 'copy', size: colours(place[8] ?? 0) + 1 };
	yield* walkBlocks(true);
}

function* walkExtension(): Walk {
	const head = yield* take(2);
	const [label = 0, size = 0] = head;
	const data = yield* take(size);
	const isKept = label === 0xf9 || (label === 0xff && loops.has(latin(data)));
	if (isKept) {
		yield { do: 'put', bytes: Uint8Array.of(0x21) };
		yield { do: 'put', bytes: head };
		yield { do: 'put', bytes: data };
	}
	if (size > 0) yield* walkBlocks(isKept);
	else if (isKept) insist(false);
}

function* walkBlocks(isKept: boolean): Walk {
	for (;;) {
		const length = yield* take(1);
		const [size = 0] = length;
		if (isKept) yield { do: 'put', bytes: length };
		if (size === 0) return;
		yield { do: isKept ? 'copy' : 'drop', size };
	}
}

/** Bytes of the colour table that flags announce. */
function colours(flags: number): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
