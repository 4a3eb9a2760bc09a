import { forget, keep, recall, recallList } from './device.ts';

const key = 'requests';
const most = 20;

/** Private links of requests and callbacks made on this device, newest first. */
export function myRequests(): string[] {
	return recallList(key).filter((url) => parsePrivateUrl(url) !== null);
}

export function rememberRequest(url: string): void {
	keep(key, [url, ...others(url)].slice(0, most));
}

export function forgetRequest(url: string): void {
	keep(key, others(url));
}

/** All links but those of the same request, in whatever language they open. */
function others(url: string): string[] {
	const reference = parsePrivateUrl(url)?.reference;
	return recallList(key).filter((known) => parsePrivateUrl(known)?.reference !== reference);
}

/** Says that a link has just been handed out: its page greets with "we have it", once. */
export function markFresh(url: string): void {
	keep('fresh', parsePrivateUrl(url)?.reference, 'session');
}

export function takeFresh(reference: string): boolean {
	const isFresh = recall('fresh', 'session') === reference;
	if (isFresh) forget('fresh', 'session');
	return isFresh;
}

export function forgetRequests(): void {
	forget(key);
}

/** Reference and secret of a private link: `…#R-7K3MQ-9XDTE.<secret>`. */
export function parsePrivateUrl(url: string): { reference: string; secret: string } | null {
	const match = /#([RC]-[0-9A-Z]{5}-[0-9A-Z]{5})\.([\w-]{22})$/i.exec(url);
	return match?.[1] && match[2] ? { reference: match[1].toUpperCase(), secret: match[2] } : null;
}
