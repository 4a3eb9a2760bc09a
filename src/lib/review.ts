import { z } from 'astro/zod';

import type { Support } from '../config/schema.ts';
import { endingHolidays, openHolidays } from '#shared/holiday-lists';
import { readSources } from './check/articles.ts';
import { lineOf, openFolder, readYaml, type ContentFolder, type Source } from './check/source.ts';
import { FactGroupSchema } from './facts.ts';
import { staleTranslations, toVersion } from './translations.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How long before its date an article is named. */
const soonDays = 30;
const aboutHolidays = { kind: 'holidays', file: 'src/config/holidays.ts' } as const;

/** Kinds of what grows old, in the order of the report, each in words for one and for several. */
export const agingKinds = {
	facts: ['fact past its review date', 'facts past their review date'],
	articles: ['article past its review date', 'articles past their review date'],
	translations: ['translation behind its source', 'translations behind their source'],
	holidays: ['list of holidays about to end', 'lists of holidays about to end'],
	notices: ['notice that is over', 'notices that are over'],
} as const;

/**
 * What has grown old at `now` (milliseconds since the epoch), kind by kind and the oldest first; `articles` saves reading them again.
 * What cannot be read is left to the content check.
 */
export function findAging(
	content: string,
	support: Pick<Support, 'holidays'>,
	now: number,
	articles: readonly Source[] = readSources(content),
): Aging[] {
	const folder = openFolder(content);
	const found = [
		...agingFacts(folder, now),
		...articles.flatMap((article) => agingArticle(article, now)),
		...agingTranslations(articles),
		...agingHolidays(support, now),
		...overNotices(folder, now),
	];
	const order = Object.keys(agingKinds);
	return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.date.localeCompare(b.date));
}

/** One line about everything overdue, for commands that only warn; undefined when nothing is. */
export function agingWarning(found: readonly Aging[]): string | undefined {
	const counts = Object.entries(agingKinds).flatMap(([kind, [one, several]]) => {
		const count = found.filter((item) => item.kind === kind && item.isOverdue).length;
		return count > 0 ? [`${count} ${count === 1 ? one : several}`] : [];
	});
	return counts.length > 0 ? `${counts.join(', ')}: npm run review lists them` : undefined;
}

function agingFacts(folder: ContentFolder, now: number): Aging[] {
	return folder.list('facts', '.yml').flatMap((file) => {
		const { data, document, counter } = readYaml(file, folder.read(file), 0, FactGroupSchema);
		return Object.entries(data ?? {}).flatMap(([name, fact]): Aging[] => {
			if (!isPast(fact.reviewBy, now)) return [];
			const remedy = `look ${name} up again at its source (${fact.source}), then set checked and reviewBy`;
			return [
				{
					kind: 'facts',
					file: `${file}:${lineOf(document, counter, [name])}`,
					date: toDay(fact.reviewBy),
					remedy,
					isOverdue: true,
				},
			];
		});
	});
}

function agingArticle({ file, data }: Source, now: number): Aging[] {
	if (!data || data.draft || !isPast(data.reviewBy, now + soonDays * dayMs)) return [];
	const remedy = 'read it again, mend it, then set updated and reviewBy';
	return [{ kind: 'articles', file, date: toDay(data.reviewBy), remedy, isOverdue: isPast(data.reviewBy, now) }];
}

function agingTranslations(articles: readonly Source[]): Aging[] {
	const updated = new Map(articles.map(({ id, data }) => [id, data?.updated]));
	return staleTranslations(articles.map(toVersion)).map(({ translation, source }) => {
		const remedy = `bring it up to ${source.file}, then npm run translated ${translation.id.slice(translation.id.indexOf('/') + 1)}`;
		return { kind: 'translations', file: translation.file, date: toDay(updated.get(source.id)), remedy, isOverdue: true };
	});
}

/** Lists that end soon, and those of the time ahead that no notice has confirmed yet. */
function agingHolidays({ holidays }: Pick<Support, 'holidays'>, now: number): Aging[] {
	const ending = endingHolidays(holidays, now).map(({ id, year }): Aging => ({
		...aboutHolidays,
		date: `${year}-12-31`,
		remedy: `add the holidays "${id}" of ${year + 1}`,
		isOverdue: true,
	}));
	const open = openHolidays(holidays, now).map(({ id, year, source }): Aging => ({
		...aboutHolidays,
		date: `${year}-01-01`,
		remedy: `look whether "${id}" ${year} is confirmed by now (${source})`,
		isOverdue: false,
	}));
	return [...ending, ...open];
}

function overNotices(folder: ContentFolder, now: number): Aging[] {
	const schema = z.looseObject({
		end: z.preprocess((end) => (end instanceof Date ? end.toISOString() : end), z.iso.datetime({ offset: true })),
	});
	return folder.list('notices', '.mdx').flatMap((file): Aging[] => {
		const top = /^---\r?\n([\s\S]*?)\r?\n---/.exec(folder.read(file))?.[1] ?? '';
		const end = readYaml(file, top, 1, schema).data?.end;
		if (end === undefined || Date.parse(end) > now) return [];
		return [
			// It hides by itself.
			{ kind: 'notices', file, date: toDay(new Date(end)), remedy: 'remove the file, or set a later end', isOverdue: false },
		];
	});
}

/** A day is past when it is over, in UTC. */
function isPast(day: Date, now: number): boolean {
	return toDay(day) < toDay(new Date(now));
}

function toDay(date = new Date(0)): string {
	return date.toISOString().slice(0, 10);
}

export interface Aging {
	kind: keyof typeof agingKinds;
	/** Where it stands, with the line where that helps. */
	file: string;
	/** YYYY-MM-DD */
	date: string;
	/** What to do about it. */
	remedy: string;
	/** False for what is only named in advance. */
	isOverdue: boolean;
}
