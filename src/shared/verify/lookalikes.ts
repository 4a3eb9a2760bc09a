import { toUnicode } from 'punycode/punycode.es6.js';

import { mixesScripts, skeleton } from '#shared/verify/confusables';
import type { Reason } from '#shared/verify/kinds';

/** Shorter names are in too many honest ones. */
const leastName = 4;
/** Second levels below which names are given out, as in .com.cn and .co.uk. */
const secondLevels = /^(?:com|net|org|gov|edu|ac|co)$/;

/** Why a host that is not ours may be taken for one of ours, and for which; `host` in ASCII. */
export function hostLikeness(host: string, ours: readonly string[]): Likeness {
	const decoded = decodeHost(host);
	const found = ours.map((own) => ({
		like: own,
		reasons: hostReasons(host, own),
		apart: distance(skeleton(decoded), skeleton(own)),
	}));
	const [best] = found
		.filter(({ reasons }) => reasons.length > 0)
		.sort((a, b) => b.reasons.length - a.reasons.length || a.apart - b.apart);
	const general: Reason[] = [
		...(decoded === host ? [] : (['punycode'] as const)),
		...(decoded.split('.').some(mixesScripts) ? (['mixed'] as const) : []),
		...(isAddress(host) ? (['ip'] as const) : []),
	];
	return { reasons: [...(best?.reasons ?? []), ...general], ...(best ? { like: best.like } : {}) };
}

/** Why a name (of an account, a package, a mailbox) may be taken for one of ours, and for which. */
export function nameLikeness(name: string, ours: readonly string[]): Likeness {
	for (const own of ours) {
		const [a, b] = [name.toLowerCase(), own.toLowerCase()];
		const reason = nameReason(a, b);
		if (reason) return { like: own, reasons: [reason] };
	}
	return { reasons: [] };
}

/** The part of a host that somebody has registered: who owns it owns everything to its left. */
export function registeredPart(host: string): string {
	if (isAddress(host)) return host;
	const labels = host.split('.');
	const isSecondLevel = labels.length > 2 && labels.at(-1)?.length === 2 && secondLevels.test(labels.at(-2) ?? '');
	return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

/** A host with its international labels as people see them. */
export function decodeHost(host: string): string {
	try {
		return toUnicode(host);
	} catch {
		return host;
	}
}

function hostReasons(host: string, own: string): Reason[] {
	const decoded = decodeHost(host);
	if (host === own) return [];
	if (skeleton(decoded) === skeleton(own)) return ['letters'];
	const registered = registeredPart(host);
	if (registered === registeredPart(own)) return ['sibling'];
	const name = nameOf(own);
	const left = decoded.slice(0, Math.max(decoded.length - decodeHost(registered).length - 1, 0));
	const [first = ''] = decodeHost(registered).split('.');
	const reasons: Reason[] = [];
	if (`.${left}.`.includes(`.${own}.`) || left.split('.').includes(name)) reasons.push('subdomain');
	if (left.split('.').some((label) => label !== name && nameReason(label, name))) reasons.push('subdomain');
	if (decoded.includes(own.replaceAll('.', '-'))) reasons.push('hyphen');
	const reason = first === name ? 'ending' : nameReason(first, name);
	if (reason) reasons.push(reason);
	return [...new Set(reasons)];
}

/** How one name imitates another; both in lower case and not the same. */
function nameReason(name: string, own: string): Reason | null {
	if (name === own || own.length < leastName) return null;
	const bare = (text: string) => text.replace(/[-_.]/g, '');
	if (bare(name) === bare(own)) return 'hyphen';
	const [a, b] = [skeleton(bare(name)), skeleton(bare(own))];
	if (a === b) return 'letters';
	if (a.includes(b)) return bare(name).includes(bare(own)) ? 'added' : 'letters';
	const most = b.length >= 8 ? 2 : b.length >= 5 ? 1 : 0;
	return Math.abs(a.length - b.length) <= most && distance(a, b) <= most ? 'typo' : null;
}

/** What people remember of a host: its longest label, the ending apart. */
function nameOf(host: string): string {
	const labels = host.split('.').slice(0, -1);
	return labels.reduce((longest, label) => (label.length > longest.length ? label : longest), '');
}

function isAddress(host: string): boolean {
	return /^\d+(?:\.\d+){3}$/.test(host) || host.startsWith('[');
}

/** Edits between two short words; two neighbours that changed places are one. */
export function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
			row.push(edits);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

interface Likeness {
	reasons: Reason[];
	/** The one of ours that it looks like. */
	like?: string;
}
