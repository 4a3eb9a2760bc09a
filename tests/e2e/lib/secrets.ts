import type { Page } from '@playwright/test';

import { expect } from './test.ts';

/** Everything that a page sends from now on: addresses, headers and bodies. */
export function watchRequests(page: Page): string[] {
	const sent: string[] = [];
	page.on('request', (request) => {
		sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString('utf8') ?? ''}`);
	});
	return sent;
}

/** No piece of a secret left this page, in whatever encoding, and none is stored on the device or stands in the address. */
export async function expectKept(page: Page, sent: readonly string[], secret: string): Promise<void> {
	const stored = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), name]));
	const needles = pieces(secret);
	for (const text of [page.url(), await page.title(), stored, ...sent]) {
		const versions = [text, ...decoded(text)].map(bare);
		for (const needle of needles) expect(versions.some((version) => version.includes(needle))).toBe(false);
	}
}

/** Any three words in a row, or any twelve characters of a key. */
function pieces(secret: string): string[] {
	const words = secret.split(/\s+/);
	if (words.length > 2) return words.slice(2).map((word, index) => bare(`${words[index]}${words[index + 1]}${word}`));
	const key = bare(secret);
	return Array.from({ length: Math.ceil(key.length / 12) }, (_, index) => key.slice(index * 12, index * 12 + 12)).filter(
		({ length }) => length === 12,
	);
}

function bare(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text read as percent-encoded, with escapes, and whatever in it may be base64 or hex. */
function decoded(text: string): string[] {
	const unescaped = text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	const base64 = text.match(/[\w+/-]{16,}/g) ?? [];
	const hex = text.match(/(?:[\da-f]{2}){12,}/gi) ?? [];
	return [
		percentDecoded(text),
		percentDecoded(percentDecoded(text)),
		unescaped,
		...base64.flatMap((part) => [0, 1, 2, 3].map((skip) => Buffer.from(part.slice(skip), 'base64').toString('utf8'))),
		...hex.map((part) => Buffer.from(part, 'hex').toString('utf8')),
	];
}

function percentDecoded(text: string): string {
	return text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run;
		}
	});
}
