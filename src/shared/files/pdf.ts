import { latin, insist, take, type Walk } from '#shared/files/walk';

/** A PDF, as it is: from its first byte on, and not cut short. */
export function* walkPdf(): Walk {
	const head = yield* take(8);
	insist(/^%PDF-\d\.\d$/.test(latin(head)));
	yield { do: 'put', bytes: head };
	yield { do: 'rest', accepts: (tail) => latin(tail).includes('%%EOF') };
}
