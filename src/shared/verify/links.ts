import type { Candidate, ChannelKind, Reason } from '#shared/verify/kinds';

/** Hosts behind which accounts live: what counts there is the account. */
const telegramHosts = /^(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)$/;
const xHosts = /^(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com$/;
const wechatHosts = /^(?:u\.wechat\.com|(?:weixin|mp\.weixin|work\.weixin)\.qq\.com)$/;
/** Parts of these sites that are no account. */
const notAccounts = new Set([
	'i',
	'home',
	'search',
	'intent',
	'share',
	'hashtag',
	'explore',
	'login',
	'settings',
	'c',
	'joinchat',
	'proxy',
]);

/** A link as a browser reads it. Null when the text is none; a link that no browser opens comes with the fault `broken`. */
export function readLink(shown: string, address = shown): Candidate | null {
	const url = parse(address);
	if (!url) return { kinds: ['website'], value: shown, shown, faults: ['broken'] };
	switch (url.protocol) {
		case 'http:':
		case 'https:':
			return readWeb(shown, url);
		case 'tel:':
		case 'sms:':
			return { kinds: ['phone'], value: decode(url.pathname).replace(/[^\d+]/g, ''), shown, faults: [] };
		case 'tg:':
			return account('telegram', shown, url.searchParams.get('domain') ?? '');
		case 'weixin:':
		case 'wechat:':
			return account('wechat', shown, '');
		case 'market:':
			return account('android', shown, url.searchParams.get('id') ?? '');
		case 'itms-apps:':
		case 'itms:':
			return account('ios', shown, appStoreId(url.pathname));
		default:
			return { kinds: ['website'], value: shown, shown, faults: ['scheme'] };
	}
}

/** Host as browsers compare it: lower case, ASCII, without the dot of the root. Null when no browser would take it. */
export function readHost(text: string): string | null {
	const url = parse(`https://${text}`);
	return url && url.hostname ? url.hostname.replace(/\.$/, '') : null;
}

function readWeb(shown: string, url: URL): Candidate {
	const host = url.hostname.replace(/\.$/, '');
	const path = url.pathname.split('/').filter(Boolean).map(decode);
	const faults: Reason[] = [
		...(url.username || url.password ? (['userinfo'] as const) : []),
		...(url.port ? (['port'] as const) : []),
	];
	const userinfo = decode(`${url.username}:${url.password}`);
	const web: Candidate = {
		kinds: ['website'],
		value: host,
		shown,
		faults,
		rest: decode(url.pathname + url.search + url.hash),
		userinfo,
	};
	if (faults.length > 0) return web;
	if (telegramHosts.test(host)) return account('telegram', shown, path[0] === 's' ? path[1] : path[0]);
	if (/^\w{4,32}\.t\.me$/.test(host)) return account('telegram', shown, host.split('.')[0]);
	if (xHosts.test(host)) return readPost(account('x', shown, path[0]), path.length);
	if (wechatHosts.test(host)) return account('wechat', shown, '');
	if (host === 'play.google.com') return account('android', shown, url.searchParams.get('id') ?? '');
	if (host === 'apps.apple.com' || host === 'itunes.apple.com') return account('ios', shown, appStoreId(url.pathname));
	return web;
}

/** An account that a link leads to; where it leads to none, the link itself is what was found. */
function account(kind: ChannelKind, shown: string, name = ''): Candidate {
	const isAccount = name !== '' && !name.startsWith('+') && !notAccounts.has(name.toLowerCase());
	return { kinds: [kind], value: isAccount ? name.replace(/^@/, '') : shown, shown, faults: [] };
}

/** X takes a post by its number and ignores the name before it. */
function readPost(candidate: Candidate, segments: number): Candidate {
	return segments > 1 ? { ...candidate, faults: ['post'] } : candidate;
}

function appStoreId(path: string): string {
	return /\/(id\d+)(?:\/|$)/.exec(path)?.[1] ?? '';
}

function parse(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
