import { createHash } from 'node:crypto';

import { defaultLocale } from '../config/locales.ts';
import type { Source } from './check/source.ts';

/**
 * Which text a translation says: the first 16 hex digits of SHA-256 over title, summary and body of its source. Facts must not be
 * filled in, so that a fee that changes makes no translation stale.
 */
export function sourceHash({ title, summary, body }: Text): string {
	const parts = [title, summary, body].map((part) => part.replaceAll('\r\n', '\n').trim());
	return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/** Translations whose source was changed after they were signed off, with that source. Drafts are nobody's reading yet. */
export function staleTranslations<T extends Version>(versions: Iterable<T>): Pair<T>[] {
	return groupByPath(versions).flatMap((group) => {
		const pair = splitPair(group);
		return pair && !pair.translation.draft && !pair.source.draft && isBehind(pair) ? [pair] : [];
	});
}

/** Whether the source says something else than what the translation was signed off against. */
export function isBehind({ translation, source }: { translation: Pick<Version, 'sourceHash'>; source: Text }): boolean {
	return translation.sourceHash !== undefined && translation.sourceHash !== sourceHash(source);
}

/**
 * Tells the translation of an article from its source: it is the one that holds a `sourceHash`, or else the one that is not in the
 * default language. Undefined where a language is missing or both hold one.
 */
export function splitPair<T extends Version>(group: readonly T[]): Pair<T> | undefined {
	const holders = group.filter((version) => version.sourceHash !== undefined);
	if (group.length !== 2 || holders.length > 1) return undefined;
	const translation = holders[0] ?? group.find(({ id }) => !id.startsWith(`${defaultLocale}/`));
	const source = group.find((version) => version !== translation);
	return translation && source && { translation, source };
}

/** The languages of each article, by path without language. */
export function groupByPath<T extends { id: string }>(versions: Iterable<T>): T[][] {
	return [...Map.groupBy(versions, pathOf).values()];
}

/** `faq/<slug>` of `<locale>/faq/<slug>`. */
export function pathOf({ id }: { id: string }): string {
	return id.slice(id.indexOf('/') + 1);
}

/** An article's file as translations are compared, its facts not filled in. */
export function toVersion({ id, file, document, text, data }: Source): FileVersion {
	const read = (field: string) => String(document?.get(field) ?? '');
	const hash = data?.sourceHash === undefined ? {} : { sourceHash: data.sourceHash };
	return { id, file, title: read('title'), summary: read('summary'), body: text, draft: data?.draft ?? false, ...hash };
}

interface Text {
	title: string;
	summary: string;
	body: string;
}

/** One language of an article. */
export interface Version extends Text {
	/** `<locale>/<kind>/<slug>` */
	id: string;
	draft: boolean;
	sourceHash?: string;
}

export interface FileVersion extends Version {
	file: string;
}

export interface Pair<T> {
	translation: T;
	source: T;
}
