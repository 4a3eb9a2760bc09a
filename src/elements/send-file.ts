import type { FieldCode, Problem } from '#shared/errors';
import { disposition } from '#shared/files/names';

/** Waits before a broken upload is tried again, in milliseconds. */
const waits = [1000, 4000, 10_000];

/**
 * Sends a file, and again when the connection breaks: it keeps its id, so it is stored once. Answers null when it is stored, else
 * why not: a code of the field, or `OFFLINE` when it may be tried later.
 */
export async function sendFile(upload: Upload): Promise<FieldCode | 'OFFLINE' | null> {
	for (const wait of [...waits, null]) {
		const { status, problem } = await put(upload);
		if (status === 200 || status === 201) return null;
		const isPassing = status === 0 || status === 400 || status === 429 || status >= 500;
		if (!isPassing) return problem?.fields[0]?.code ?? 'INVALID';
		if (wait === null || status === 429) break;
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
	return 'OFFLINE';
}

/** `fetch` does not tell how much has been sent. */
function put({ url, secret, name, blob, progress }: Upload): Promise<Answer> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('PUT', url);
		request.setRequestHeader('Authorization', `Bearer ${secret}`);
		request.setRequestHeader('Content-Type', 'application/octet-stream');
		request.setRequestHeader('Content-Disposition', disposition('attachment', name.slice(-200) || 'file'));
		request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
		request.addEventListener('load', () => resolve({ status: request.status, problem: parse(request.responseText) }));
		for (const event of ['error', 'abort', 'timeout'])
			request.addEventListener(event, () => resolve({ status: 0, problem: null }));
		request.send(blob);
	});
}

function parse(text: string): Problem | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && 'fields' in value ? (value as Problem) : null;
	} catch {
		return null;
	}
}

interface Upload {
	url: string;
	secret: string;
	name: string;
	blob: Blob;
	/** Told how much of it has been sent, from 0 to 1. */
	progress: (share: number) => void;
}

interface Answer {
	/** 0 where there was none. */
	status: number;
	problem: Problem | null;
}
