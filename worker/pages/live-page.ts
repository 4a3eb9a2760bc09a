import type { Locale } from '#config/locales';
import { locales } from '#config/locales';
import { support } from '#config/support';
import { channelHours, withoutTime } from '#shared/hours';
import { formatInstant } from '#shared/instant';
import { opening } from '#shared/opening';
import { openingSentences, openingWords } from '#shared/opening-words';

import { fetchAsset } from './assets.ts';
import type { FormFields } from '../input/body.ts';
import type { AppContext } from '../context.ts';
import { fillControls } from './live-form.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { rfc3339 } from '../time.ts';

const retrySeconds = 30;

/**
 * Fills a built page for a reader without script. The page brings all words and all elements, hidden or empty; this only
 * shows, hides and fills them, by their data attributes. What stands in a `<template>` belongs to scripts and stays as it is.
 */
export async function livePage(c: AppContext, locale: Locale, path: string, view: PageView): Promise<Response> {
	const page = await fetchAsset(c, `/${locale}/${path}/`);
	if (!page.ok) throw new ApiError('UNAVAILABLE', { retryAfter: retrySeconds });
	const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
	const csp = page.headers.get('Content-Security-Policy');
	if (csp) headers.set('Content-Security-Policy', csp);
	const known = { ...view, now: now(c.var.settings) };
	const filled = fillPage(new Response(page.body, { status: view.status ?? 200, headers }), locale, known);
	// Through the context, which knows the cookies that the route has set.
	return c.newResponse(filled.body, filled);
}

/** The rewriting part of `livePage`. */
export function fillPage(page: Response, locale: Locale, view: PageView): Response {
	const rewriter = new HTMLRewriter();
	const template = { depth: 0 };
	/** Registers a handler for elements outside of templates. */
	const on: OnElement = (selector, handle) => {
		rewriter.on(selector, {
			element(element) {
				if (template.depth === 0) handle(element);
			},
		});
	};
	rewriter.on('template', {
		element(element) {
			template.depth++;
			element.onEndTag(() => {
				template.depth--;
			});
		},
	});
	showFacts(on, new Set(view.facts));
	fillTexts(on, locale, view);
	if (view.now !== undefined) sayOpenings(on, locale, view.now, view.closed ?? []);
	if (view.errors?.length) showErrors(on, view.errors);
	if (view.form) fillControls(on, view.form, view.errors ?? []);
	for (const [name, list] of Object.entries(view.lists ?? {})) {
		on(`[data-list="${name}"]`, (element) => {
			element.append(
				list((word) => element.getAttribute(`data-word-${word}`) ?? ''),
				{ html: true },
			);
		});
	}
	return rewriter.transform(page);
}

/** Elements that depend on a key the Worker knows about; all others stay as built. */
function showFacts(on: OnElement, facts: ReadonlySet<string>): void {
	const keys = new Set([...facts].map(keyOf));
	const toggle = (attribute: string, isHidden: (holds: boolean) => boolean) => {
		on(`[${attribute}]`, (element) => {
			const fact = element.getAttribute(attribute) ?? '';
			if (!keys.has(keyOf(fact))) return;
			if (isHidden(facts.has(fact))) element.setAttribute('hidden', '');
			else element.removeAttribute('hidden');
		});
	};
	toggle('data-show', (holds) => !holds);
	toggle('data-hide', (holds) => holds);
	on('[data-open]', (element) => {
		if (facts.has(element.getAttribute('data-open') ?? '')) element.setAttribute('open', '');
	});
}

function keyOf(fact: string): string {
	return fact.split(':')[0] ?? '';
}

function fillTexts(on: OnElement, locale: Locale, { fills = {}, values = {}, hrefs = {}, times = {} }: PageView): void {
	on('[data-fill]', (element) => {
		const text = fills[element.getAttribute('data-fill') ?? ''];
		if (text !== undefined) element.setInnerContent(text);
	});
	on('[data-value]', (element) => {
		const value = values[element.getAttribute('data-value') ?? ''];
		if (value !== undefined) element.setAttribute('value', value);
	});
	on('[data-href]', (element) => {
		const href = hrefs[element.getAttribute('data-href') ?? ''];
		if (href !== undefined) element.setAttribute('href', href);
	});
	on('time[data-time]', (element) => {
		const time = times[element.getAttribute('data-time') ?? ''];
		if (!time) return;
		element.setAttribute('datetime', rfc3339(time.at));
		element.setInnerContent(formatInstant(locales[locale].lang, time.at, time.timezone));
	});
}

/** Says of every line whether it is open, and until or from when, in the words that the element brings along. */
function sayOpenings(on: OnElement, locale: Locale, at: number, closed: readonly ClosedTime[]): void {
	const hoursOf = (id: string | null) => {
		const channel = support.channels.find((known) => known.id === id);
		const hours = channel ? channelHours(support, channel, locale) : null;
		return hours && channel?.id === 'callback' ? closed.reduce(withoutTime, hours) : hours;
	};
	// The page's script goes on from there.
	if (closed.length > 0) {
		on('help-open[data-channel="callback"]', (element) => {
			element.setAttribute('data-hours', JSON.stringify(hoursOf('callback')));
		});
	}
	on('[data-opening]', (element) => {
		const hours = hoursOf(element.getAttribute('data-opening'));
		if (!hours) return;
		const words = openingSentences((name) => element.getAttribute(name));
		const line = { lang: locales[locale].lang, timezone: hours.timezone, zone: element.getAttribute('data-zone') ?? '' };
		const found = opening(hours, at);
		element.setInnerContent(openingWords(words, line, found, at));
		element.setAttribute('class', `${element.getAttribute('class') ?? ''}${found.isOpen ? ' open' : ''}`);
		if (found.change !== null) element.setAttribute('data-change', String(found.change));
		element.removeAttribute('hidden');
	});
}

/** Reveals what is wrong: the summary, the line of each field, and in it the words for the code (`INVALID` when it has none). */
function showErrors(on: OnElement, errors: readonly PageError[]): void {
	let shown: string | null = null;
	on('[data-error-summary]', (element) => element.removeAttribute('hidden'));
	on('[data-errors]', (element) => {
		const error = errors.find(({ name }) => name === element.getAttribute('data-errors'));
		const codes = element.getAttribute('data-codes')?.split(/\s+/) ?? [];
		shown = error ? ([error.code, 'INVALID'].find((code) => codes.includes(code)) ?? null) : null;
		if (shown) element.removeAttribute('hidden');
	});
	on('[data-errors] [data-code]', (element) => {
		if (element.getAttribute('data-code') === shown) element.removeAttribute('hidden');
	});
}

export type OnElement = (selector: string, handle: (element: Element) => void) => void;

/** One wrong field, or `form` with a code of the API for what concerns the whole form. */
export interface PageError {
	name: string;
	code: string;
}

/** Everything the Worker knows about a page. Keys are those of the page's data attributes. */
export interface PageView {
	status?: number;
	/** The instant as of which a page says what is open. */
	now?: number;
	/** When nobody calls though the hours say so: days that staff have closed. */
	closed?: readonly ClosedTime[];
	/** `key:value` pairs that hold. */
	facts?: string[];
	fills?: Record<string, string>;
	values?: Record<string, string>;
	hrefs?: Record<string, string>;
	times?: Record<string, { at: number; timezone: string }>;
	errors?: PageError[];
	/** What was typed, and into which `data-live-form`. */
	form?: { name: string; fields: FormFields };
	/** Markup of list items; `word` gives a word that the list element brings along. */
	lists?: Record<string, (word: (key: string) => string) => string>;
}

/** Half-open, in epoch milliseconds. */
interface ClosedTime {
	from: number;
	until: number;
}
