import { localeIds } from '#config/locales';

import { countMisses } from '../../db/report-feedback.ts';
import { startOfDay } from '../../time.ts';
import { Bars } from '../charts/rows.tsx';
import { languageName, words } from '../words.ts';
import { counted } from './counted.ts';
import { formatNumber, mostRows, type Cell, type Report } from './report.ts';

/** Rows of the table: whoever wants more looks into the list of failed searches. */
const most = 200;

/** What people looked for and found nothing. Its days are those of UTC, as they are counted. */
export const searches: Report = {
	id: 'searches',
	isFeedback: true,
	title: 'reportSearches',
	async open(c, period, { locale }) {
		const { from, to } = period;
		const t = words[locale];
		const { data: rows, asOf } = await counted(c, 'searches', period, () =>
			countMisses(c.env.DB, { from: startOfDay(from), to }, most),
		);
		const [first] = rows;
		const finding = first
			? t.findSearches.replace('{words}', first.query).replace('{count}', formatNumber(locale, first.count))
			: t.findNoSearches;
		return {
			asOf,
			finding,
			chart: first ? (
				<Bars
					label={`${t.reportSearches}. ${finding}`}
					axis={t.axisSearches}
					range={[0, first.count]}
					rows={rows
						.slice(0, mostRows)
						.map(({ query, count }) => ({ name: query, value: count, text: formatNumber(locale, count) }))}
				/>
			) : null,
			table: {
				columns: [
					{ id: 'words', label: t.searchedFor },
					{ id: 'language', label: t.language, show: nameOf },
					{ id: 'searches', label: t.count },
					{ id: 'days', label: t.days },
				],
				rows: rows.map(({ query, locale: language, count, days }) => [query, language, count, days]),
			},
		};
	},
};

function nameOf(cell: Cell): string {
	const known = localeIds.find((id) => id === cell);
	return known ? languageName(known) : String(cell);
}
