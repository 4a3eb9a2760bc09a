import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';
import { now, type Settings } from '../settings.ts';

/** Everyone whose network is unknown shares one. */
const sharedPrefix = 'shared';

/** A name for the visitor's network that cannot be turned back into an address and changes every day (UTC). */
export async function networkId(c: AppContext): Promise<string> {
	return hashOfDay(c.var.settings, networkPrefix(c.req.raw, c.var.settings.ENVIRONMENT));
}

/** A text as a name that cannot be turned back and is another one every day (UTC). */
export async function hashOfDay(settings: Settings, text: string): Promise<string> {
	const day = new Date(now(settings)).toISOString().slice(0, 10);
	return keyedHash(await keyedHash(settings.LINK_KEY, `limits:${day}`), text);
}

/** The IPv4 address or IPv6 /64 a request comes from. The header is believed only where nobody but Cloudflare, or a test, can set it. */
export function networkPrefix(request: Request, environment: 'local' | 'production'): string {
	const address = request.headers.get('CF-Connecting-IP')?.trim();
	if (!address || !(request.cf || environment === 'local')) return sharedPrefix;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return mapped[1];
	return address.includes(':') ? firstHalf(address) : address;
}

/** One household or server has a whole /64 of IPv6 and may use any address in it. */
function firstHalf(address: string): string {
	const [head = '', tail] = address.toLowerCase().split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail?.split(':').filter(Boolean) ?? [];
	const groups =
		tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
	return `${groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')}::/64`;
}
