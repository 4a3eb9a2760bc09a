import { latin, insist, take, view, type Walk } from '#shared/files/walk';

/** Boxes that a video is made of at its top. */
const known = new Set('moov mdat free skip wide moof mfra sidx ssix styp emsg prft pdin meta udta uuid'.split(' '));
const mostBrands = 1024;

/** A video, as it is: which of its parts say where it was taken only a player could tell. */
export function* walkMp4(): Walk {
	const head = yield* take(8);
	const size = view(head).getUint32(0);
	insist(latin(head.subarray(4)) === 'ftyp' && size >= 16 && size <= mostBrands);
	yield { do: 'put', bytes: head };
	yield { do: 'copy', size: size - 8 };
	const seen = new Set<string>();
	for (;;) {
		const box = yield* take(8, true);
		if (box.byteLength === 0) break;
		const type = latin(box.subarray(4));
		insist(known.has(type));
		seen.add(type);
		yield { do: 'put', bytes: box };
		const length = view(box).getUint32(0);
		if (length === 0) {
			insist(seen.has('moov') || type === 'moov');
			yield { do: 'rest' };
			return;
		}
		yield* walkBox(length);
	}
	insist(seen.has('moov') && (seen.has('mdat') || seen.has('moof')));
}

function* walkBox(length: number): Walk {
	if (length !== 1) {
		insist(length >= 8);
		yield { do: 'copy', size: length - 8 };
		return;
	}
	const long = yield* take(8);
	const size = Number(view(long).getBigUint64(0));
	insist(size >= 16);
	yield { do: 'put', bytes: long };
	yield { do: 'copy', size: size - 16 };
}
