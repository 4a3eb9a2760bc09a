import { support } from '#config/support';

import { countVolume } from '../../db/report-requests.ts';
import { DayRows, topOf } from '../charts/day-rows.tsx';
import { topicName, words } from '../words.ts';
import { counted } from './counted.ts';
import { fewest, formatNumber, formatShare, type Report } from './report.ts';

/** How much came, on which day, about what. */
export const volume: Report = {
	id: 'volume',
	isFeedback: false,
	title: 'reportVolume',
	async open(c, period, { locale }) {
		const { days, dates } = period;
		const t = words[locale];
		const { data: counts, asOf } = await counted(c, 'volume', period, () => countVolume(c.env.DB, days));
		const topics = support.topics.map(({ id }) => id);
		const other = [...new Set(counts.map(({ topic }) => topic))].filter((topic) => !topics.includes(topic));
		const rows = [...topics, ...other]
			.map((topic) => ({ topic, values: dates.map((_, day) => countOf(counts, day, topic)) }))
			.map((row) => ({ ...row, total: sum(row.values) }))
			.toSorted((one, two) => two.total - one.total);
		const total = sum(rows.map((row) => row.total));
		const all = {
			name: t.all,
			text: formatNumber(locale, total),
			values: dates.map((_, day) => sum(rows.map(({ values }) => values[day] ?? 0))),
		};
		const [first] = rows;
		const finding = t.findVolume
			.replace('{count}', formatNumber(locale, total))
			.replace('{perDay}', formatNumber(locale, total / dates.length, 1))
			.replace('{topic}', shortName(topicName(locale, first?.topic ?? '')))
			.replace('{share}', formatShare(locale, (first?.total ?? 0) / (total || 1)));
		const kinds = rows
			.filter((row) => row.total > 0)
			.map((row) => ({
				name: shortName(topicName(locale, row.topic)),
				text: formatNumber(locale, row.total),
				values: row.values,
			}));
		return {
			asOf,
			finding: total < fewest ? t.tooFew.replace('{count}', String(total)) : finding,
			chart:
				total < fewest ? null : (
					<DayRows
						label={`${t.reportVolume}. ${finding}`}
						axis={t.axisRequestsADay.replace('{all}', String(topOf([all]))).replace('{kinds}', String(topOf(kinds)))}
						dates={dates}
						all={all}
						kinds={kinds}
					/>
				),
			table: {
				columns: [
					{ id: 'day', label: t.columnDay },
					{ id: 'topic', label: t.topic, show: (topic) => topicName(locale, String(topic)) },
					{ id: 'requests', label: t.requests },
				],
				rows: counts.map(({ day, topic, count }) => [dates[day] ?? '', topic, count]),
			},
		};
	},
};

/** Topics explain themselves after a colon; a chart has no room for that. */
function shortName(name: string): string {
	return name.split(/[:：]/)[0] ?? name;
}

function countOf(counts: readonly { day: number; topic: string; count: number }[], day: number, topic: string): number {
	return counts.find((entry) => entry.day === day && entry.topic === topic)?.count ?? 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
