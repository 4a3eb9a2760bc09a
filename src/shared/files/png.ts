import { latin, insist, take, view, type Walk } from '#shared/files/walk';

export const pngSignature = '\x89PNG\r\n\x1a\n';

/** What a picture is drawn with, its animation included. Texts, times, EXIF and what anybody has made up go. */
const drawn = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '));

/** A PNG without its metadata. */
export function* walkPng(): Walk {
	const signature = yield* take(pngSignature.length);
	insist(latin(signature) === pngSignature);
	yield { do: 'put', bytes: signature };
	let isFirst = true;
	let hasData = false;
	for (;;) {
		const head = yield* take(8);
		const [size, type] = [view(head).getUint32(0), latin(head.subarray(4))];
		insist(/^[A-Za-z]{4}$/.test(type) && size < 2 ** 31 && isFirst === (type === 'IHDR'));
		if (isFirst) insist(size === 13);
		isFirst = false;
		hasData ||= type === 'IDAT';
		// The checksum stands after the data.
		if (drawn.has(type)) {
			yield { do: 'put', bytes: head };
			yield { do: 'copy', size: size + 4 };
		} else yield { do: 'drop', size: size + 4 };
		if (type !== 'IEND') continue;
		insist(hasData && size === 0);
		return;
	}
}
