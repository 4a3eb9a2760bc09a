import type { Problem } from '#shared/errors';

/** An answer of the API: its data, a problem that it named, or nothing at all (`offline`: no network, or a failing server). */
export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem } | { ok: false; problem?: undefined };

/** Longest wait for an answer, in milliseconds: mobile networks die quietly. */
const patience = 20_000;

/** Calls the API with JSON and never throws: a lost answer is `{ ok: false }` without a problem. */
export async function callApi<T>(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Answer<T>> {
	const abort = new AbortController();
	const timer = setTimeout(() => abort.abort(), patience);
	try {
		const response = await fetch(path, {
			method,
			headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: abort.signal,
		});
		const data: unknown = await response.json();
		if (response.ok) return { ok: true, data: data as T };
		return isProblem(data) && (response.status < 500 || data.switchedOff) ? { ok: false, problem: data } : { ok: false };
	} catch {
		return { ok: false };
	} finally {
		clearTimeout(timer);
	}
}

function isProblem(data: unknown): data is Problem {
	return typeof data === 'object' && data !== null && 'code' in data && 'fields' in data;
}
