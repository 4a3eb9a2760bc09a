import { forget, keep, recallList } from './device.ts';

const key = 'requests';
const most = 20;

/** Private links of requests and callbacks made on this device, newest first. */
export function myRequests(): string[] {
	return recallList(key).filter((url) => parsePrivateUrl(url) !== null);
}

export function rememberRequest(url: string): void {
	keep(key, [url, ...recallList(key).filter((known) => known !== url)].slice(0, most));
}

export function forgetRequests(): void {
	forget(key);
}

/** Reference and secret of a private link: `…#R-7K3MQ-9XDTE.<secret>`. */
export function parsePrivateUrl(url: string): { reference: string; secret: string } | null {
	const match = /#([RC]-[0-9A-Z]{5}-[0-9A-Z]{5})\.([\w-]{22})$/i.exec(url);
	return match?.[1] && match[2] ? { reference: match[1].toUpperCase(), secret: match[2] } : null;
}
