import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isLocale, otherLocale } from '../config/locales.ts';
import { groupByCategory, newestFirst } from './article-order.ts';
import { openFolder, readYaml, type ArticleText } from './check/source.ts';
import { NoticeSchema } from './notices.ts';

/** What every article's page may show of content/. */
const shared = ['categories', 'diagrams', 'facts', 'glossary.yml', 'notices'];
/** What makes pages of it. */
const code = ['src', 'astro.config.mjs', 'package-lock.json'];

/**
 * A key for each published article's page, by the page's path: a page whose key is that of the last build need not be made again.
 * SHA-256, base64url. What pages come to show of other articles has to be in here, or it would grow old unseen.
 */
export function pageKeys(sources: readonly ArticleText[], frame: string): Map<string, string> {
	const byId = new Map(sources.map((source) => [source.id, source]));
	const keys = new Map<string, string>();
	const published = sources.flatMap(toPlaced).sort(newestFirst);
	for (const siblings of groupByCategory(published).values()) {
		for (const [index, { id, locale, kind, slug, entry, source }] of siblings.entries()) {
			const related = entry.data.related.map((path) => byId.get(`${locale}/${path}`));
			const others = [siblings[index - 1]?.source, siblings[index + 1]?.source, ...related];
			const twin = byId.get(`${otherLocale(locale)}/${kind}/${slug}`);
			const texts = [source, twin].map((version) => [version?.top, version?.text]);
			keys.set(`/${id}/`, hash([frame, texts, others.map((other) => [other?.id, other?.top])]));
		}
	}
	return keys;
}

/**
 * What all pages share: the code, the settings of this build, and what stands in `shared`. `root` is the project's folder, `now`
 * (milliseconds) decides which notices show.
 */
export function frameKey(root: string, content: string, now: number): string {
	const settings = process.env['SITE_CONFIG'] ?? '';
	const files = [
		...[...code, settings].filter(Boolean).map((name) => join(root, name)),
		...shared.map((name) => join(content, name)),
	];
	return hash([process.version, process.env['OG'], settings, monthOf(now), files.map(readAll), noticeTimes(content, now)]);
}

function toPlaced(source: ArticleText) {
	const { id, locale, kind, slug, data } = source;
	if (!data || data.draft || !isLocale(locale) || (kind !== 'faq' && kind !== 'guides')) return [];
	return [{ id, locale, kind, slug, source, entry: { data } } as const];
}

/** Pages know the holidays from the month on in which they were made. */
function monthOf(now: number): string {
	return new Date(now).toISOString().slice(0, 7);
}

/** Every file below a folder, or the file itself, as names and texts; nothing where there is none. */
function readAll(path: string): string[][] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [[readFileSync(path, 'utf8')]];
	const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return entries
		.map(({ parentPath, name }) => join(parentPath, name))
		.toSorted()
		.map((file) => [file.slice(path.length), readFileSync(file, 'utf8')]);
}

/** For each notice whether it has begun and whether it is over. */
function noticeTimes(content: string, now: number): boolean[] {
	const folder = openFolder(content);
	return folder.list('notices', '.mdx').flatMap((file) => {
		const top = /^---\r?\n([\s\S]*?)\r?\n---/.exec(folder.read(file))?.[1] ?? '';
		const { data } = readYaml(file, top, 1, NoticeSchema);
		return data ? [Date.parse(data.start) > now, Date.parse(data.end) > now] : [];
	});
}

function hash(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
