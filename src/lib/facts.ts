import { z } from 'astro/zod';

import { locales, type Locale } from '../config/locales.ts';
import { nearest } from './nearest.ts';

/** Who says so. The codes stand in content/facts. */
export const sources = {
	TD: 'github.com/tronprotocol/documentation-en',
	JT: 'github.com/tronprotocol/java-tron',
	T910: 'github.com/tronprotocol/tips/issues/910',
	GETH: 'github.com/ethereum/go-ethereum',
	EORG: 'ethereum.org',
	TPH: 'help.tokenpocket.pro',
	TPB: 'older pages of help.tokenpocket.pro',
	BIP: 'github.com/bitcoin/bips',
	CHS: 'docs.chainstack.com',
	C: 'commonly known, found in the help of every wallet',
	'solana.com': 'solana.com',
	'dev.jup.ag': 'dev.jup.ag',
} as const;

const sourceIds = Object.keys(sources) as (keyof typeof sources)[];
const day = z.coerce.date('write a date as YYYY-MM-DD');
const text = z.string('write the text').trim().min(1, 'write the text');
const texts = z.strictObject({ 'zh-cn': text, en: text });

/** One number or text that articles state; it lives in content/facts and nowhere else. */
export const FactSchema = z
	.strictObject({
		value: z.union([z.number(), texts], 'write a number, or a text for each language: { zh-cn: …, en: … }'),
		/** How the number is written where that differs from the usual grouping, such as "13.0". */
		display: z.string('put quotes around it').optional(),
		unit: z.strictObject({ 'zh-cn': text, en: text }, 'write the unit in each language: { zh-cn: …, en: … }').optional(),
		source: z.enum(sourceIds, `choose from: ${sourceIds.join(', ')}`),
		checked: day,
		/** When somebody must look it up again. */
		reviewBy: day,
	})
	.refine((fact) => fact.reviewBy > fact.checked, { path: ['reviewBy'], message: 'must be later than checked' })
	.refine(({ value, display }) => display === undefined || Number(display.replaceAll(',', '')) === value, {
		path: ['display'],
		message: 'write the same number as in value, or remove it',
	});

/** A file of content/facts. */
export const FactGroupSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), FactSchema, {
	error: ({ code }) =>
		code === 'invalid_key'
			? 'rename it, in a-z, 0-9 and hyphens'
			: 'write entries as <name>: { value, source, checked, reviewBy }',
});

/** Made once: a format costs more than formatting with it. */
const numberFormats: Record<Locale, Intl.NumberFormat> = { 'zh-cn': numberFormat('zh-cn'), en: numberFormat('en') };

const markers = /\{fact:([^{}\s]*)(\s+bare)?\}|<Fact\s+id="([^"]*)"(\s+bare)?\s*\/>/g;

/** Facts by id, `<group>.<name>`, from files by name. */
export function toFacts(groups: [name: string, group: Record<string, Fact>][]): Facts {
	return new Map(
		groups.flatMap(([group, entries]) => Object.entries(entries).map(([name, fact]) => [`${group}.${name}`, fact] as const)),
	);
}

/** What readers see: the value and, unless `bare`, its unit. */
export function showFact({ value, display, unit }: Fact, locale: Locale, bare = false): string {
	const shown = typeof value === 'number' ? (display ?? numberFormats[locale].format(value)) : value[locale];
	if (bare || !unit) return shown;
	return unit[locale].startsWith('%') ? shown + unit[locale] : `${shown} ${unit[locale]}`;
}

/** Replaces `{fact:id}` and `<Fact id="id" />` by what readers see; unknown ids stay (the content check names them). */
export function fillFacts(source: string, locale: Locale, facts: Facts): string {
	return source.replace(markers, (marker, inTop?: string, topBare?: string, inText?: string, textBare?: string) => {
		const fact = facts.get(inTop ?? inText ?? '');
		return fact ? showFact(fact, locale, Boolean(topBare ?? textBare)) : marker;
	});
}

/** `fillFacts` in every text of frontmatter. */
export function fillAll<T>(value: T, locale: Locale, facts: Facts): T {
	const fill = (part: unknown): unknown => {
		if (typeof part === 'string') return fillFacts(part, locale, facts);
		if (Array.isArray(part)) return part.map(fill);
		if (part?.constructor !== Object) return part;
		return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, fill(inner)]));
	};
	return fill(value) as T;
}

function numberFormat(locale: Locale): Intl.NumberFormat {
	return new Intl.NumberFormat(locales[locale].lang, { maximumFractionDigits: 20 });
}

/** Says that an id is not known, and which one may be meant. */
export function unknownFact(id: string, facts: Facts): string {
	const [closest] = nearest(id, facts.keys());
	return `"${id}" is not a fact; ${closest ? `write ${closest}, or ` : ''}add it to content/facts`;
}

export type Fact = z.output<typeof FactSchema>;
export type Facts = ReadonlyMap<string, Fact>;
