/** Undoes gzip. Throws when the bytes are something else. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	// Some servers undo it on the way.
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	if (!('DecompressionStream' in globalThis)) {
		// Safari before 16.4
		const { gunzipSync } = (await import('fflate')) as { gunzipSync: (data: Uint8Array) => Uint8Array<ArrayBuffer> };
		return gunzipSync(bytes);
	}
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function gunzipText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return new TextDecoder().decode(await gunzip(bytes));
}
