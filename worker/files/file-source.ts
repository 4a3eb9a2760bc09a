import { refusedFile } from './file-errors.ts';
import { ApiError } from '../problem.ts';

/**
 * Counts and hashes a body while it is read, and reads no further than `most` bytes. Throws `FILE_TOO_LARGE`, `FILE_BROKEN` where it
 * is not as long as it was `declared`, and `MALFORMED` where the connection breaks.
 */
export function measure(body: ReadableStream<Uint8Array> | null, most: number, declared: number | null): Measured {
	if (declared !== null && declared > most) throw refusedFile('FILE_TOO_LARGE');
	const digest = new crypto.DigestStream('SHA-256');
	const writer = digest.getWriter();
	let size = 0;
	let hash: Promise<string> | undefined;
	async function* pieces(): AsyncGenerator<Uint8Array> {
		for await (const piece of readable(body)) {
			size += piece.byteLength;
			if (size > most) throw refusedFile('FILE_TOO_LARGE');
			await writer.write(piece);
			yield piece;
		}
		if (declared !== null && declared !== size) throw refusedFile('FILE_BROKEN');
	}
	const finish = async () => {
		await writer.close();
		return [...new Uint8Array(await digest.digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	};
	return { pieces: pieces(), sha256: () => (hash ??= finish()) };
}

async function* readable(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
	if (!body) return;
	const reader = body.getReader();
	let isAtEnd = false;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			isAtEnd = done;
			if (done) return;
			yield value;
		}
	} catch {
		throw new ApiError('MALFORMED');
	} finally {
		// Nothing more is wanted: the sender may stop.
		if (!isAtEnd) await reader.cancel().catch(() => {});
	}
}

export interface Measured {
	pieces: AsyncIterable<Uint8Array>;
	/** SHA-256 of all that was read, in hex. */
	sha256(): Promise<string>;
}
