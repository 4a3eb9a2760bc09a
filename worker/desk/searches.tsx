import { localeIds, locales, type Locale } from '#config/locales';
import { searchMissNetworks } from '#shared/limits';

import type { SearchMissPage } from '../db/search-misses.ts';
import { link, Layout, type View } from './layout.tsx';
import { Pager } from './pager.tsx';
import { languageName, words } from './words.ts';

export const searchesPath = '/desk/searches/';

/** How far back the list may look, in days. */
const ranges = [7, 30, 90] as const;

/** Searches that failed, the most frequent first; words that too few networks have used are a number only. */
export function SearchList({ view, filter, page, next }: SearchListProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="searches">
			<h1>{t.searches}</h1>
			<p class="hint">{t.searchesHint.replace('{networks}', String(searchMissNetworks))}</p>
			<Filters view={view} filter={filter} />
			{page.items.length > 0 && (
				<table>
					<thead>
						<tr>
							<th scope="col">{t.searchedFor}</th>
							<th scope="col">{t.count}</th>
							<th scope="col">{t.language}</th>
							<th scope="col">{t.days}</th>
						</tr>
					</thead>
					<tbody>
						{page.items.map((item) => (
							<tr>
								<th scope="row">
									{item.query}
									{item.leastResults === 0 && <span class="tag held">{t.foundNothing}</span>}
								</th>
								<td>{item.count}</td>
								<td>{locales[item.locale].short}</td>
								<td>{item.days}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<Pager view={view} isEmpty={page.items.length === 0} path={searchesPath} next={next} query={toQuery(filter)} />
			<p>{t.hidden.replace('{texts}', String(page.hidden.texts)).replace('{searches}', String(page.hidden.searches))}</p>
			{page.lost > 0 && <p>{t.lost.replace('{count}', String(page.lost))}</p>}
		</Layout>
	);
}

/** Language and days as the address names them; the widest range when it names none. */
export function parseFilter(language: string | undefined, days: string | undefined): SearchFilter {
	return {
		language: localeIds.find((id) => id === language),
		days: ranges.find((range) => String(range) === days) ?? 90,
	};
}

function Filters({ view, filter }: { view: View; filter: SearchFilter }) {
	const t = words[view.locale];
	const languages = [{ id: undefined, name: t.all }, ...localeIds.map((id) => ({ id, name: languageName(id) }))];
	return (
		<>
			<nav aria-label={t.language}>
				{languages.map(({ id, name }) => (
					<Choice view={view} from={filter} to={{ ...filter, language: id }} label={name} />
				))}
			</nav>
			<nav aria-label={t.days}>
				{ranges.map((days) => (
					<Choice view={view} from={filter} to={{ ...filter, days }} label={t.lastDays.replace('{days}', String(days))} />
				))}
			</nav>
		</>
	);
}

function Choice({ view, from, to, label }: { view: View; from: SearchFilter; to: SearchFilter; label: string }) {
	const isCurrent = from.language === to.language && from.days === to.days;
	return (
		<a href={link(view, searchesPath, toQuery(to))} aria-current={isCurrent ? 'true' : undefined}>
			{label}
		</a>
	);
}

function toQuery({ language, days }: SearchFilter): Record<string, string> {
	return { ...(language ? { language } : {}), days: String(days) };
}

interface SearchFilter {
	/** Every language when absent. */
	language: Locale | undefined;
	days: (typeof ranges)[number];
}

interface SearchListProps {
	view: View;
	filter: SearchFilter;
	page: SearchMissPage;
	/** Cursor of the next page. */
	next: string | undefined;
}
