import { z } from 'astro/zod';
import { parse } from 'yaml';

import { localeIds } from '../config/locales.ts';

const path = /^(faq|guides)\/[a-z0-9-]+$/;
const form = 'write an old and a new address without language, such as faq/old-slug: faq/new-slug';
/** Static rules that Cloudflare takes in `_redirects`. */
const maxRules = 2000;
/** Each language has an address with a slash, one without, and its Markdown. */
const rulesPerMove = localeIds.length * 3;

/** Moves that fit into `_redirects`. */
export const maxMoves = Math.floor(maxRules / rulesPerMove);

/** content/redirects.yml: old address to new one, both without language, since both languages move together. */
export const RedirectsSchema = z
	.record(z.string().regex(path), z.string(form).regex(path, form), {
		error: ({ code }) => (code === 'invalid_key' ? form : 'write lines as faq/old-slug: faq/new-slug'),
	})
	.nullish();

/** Where each moved address leads in the end. What is malformed or leads in a circle is left out: the content check names it. */
export function readRedirects(text: string): Map<string, string> {
	const steps = new Map(Object.entries(readSteps(text)));
	return new Map(
		[...steps.keys()].flatMap((from) => {
			const to = follow(from, steps);
			return to === undefined ? [] : [[from, to] as const];
		}),
	);
}

/** The last address of a chain, or undefined where it is a circle. */
export function follow(from: string, steps: ReadonlyMap<string, string>): string | undefined {
	const seen = new Set<string>();
	let address = from;
	for (let next = steps.get(address); next !== undefined; next = steps.get(address)) {
		if (seen.has(address)) return undefined;
		seen.add(address);
		address = next;
	}
	return address;
}

/** Every path on this site that leads elsewhere, with where it leads. */
export function redirectRules(redirects: ReadonlyMap<string, string>): Map<string, string> {
	return new Map(
		[...redirects].flatMap(([from, to]) =>
			localeIds.flatMap((locale) => [
				[`/${locale}/${from}/`, `/${locale}/${to}/`] as const,
				[`/${locale}/${from}`, `/${locale}/${to}/`] as const,
				[`/${locale}/${from}.md`, `/${locale}/${to}.md`] as const,
			]),
		),
	);
}

function readSteps(text: string): Record<string, string> {
	try {
		const parsed: unknown = parse(text, { uniqueKeys: false });
		const entries = Object.entries(parsed ?? {}).filter((entry): entry is [string, string] =>
			entry.every((part) => typeof part === 'string' && path.test(part)),
		);
		return Object.fromEntries(entries);
	} catch {
		return {};
	}
}
