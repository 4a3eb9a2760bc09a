import { wallClock } from '#shared/zoned';

import { countCalls } from '../../db/report-feedback.ts';
import { Columns } from '../charts/rows.tsx';
import { words } from '../words.ts';
import { counted } from './counted.ts';
import { fewest, formatNumber, type Report } from './report.ts';

/** When calls are booked for, by the hours of the desk's zone. */
export const calls: Report = {
	id: 'callbacks',
	isFeedback: false,
	title: 'reportCalls',
	async open(c, period, { locale }) {
		const t = words[locale];
		const { data: found, asOf } = await counted(c, 'calls', period, () => countCalls(c.env.DB, period));
		const hours = byHour(found, period.timezone);
		const total = hours.reduce((sum, { count }) => sum + count, 0);
		const busiest = hours.toSorted((one, two) => two.count - one.count)[0];
		const finding =
			busiest && total >= fewest
				? t.findCalls
						.replace('{hour}', `${busiest.hour}:00`)
						.replace('{count}', formatNumber(locale, busiest.count))
						.replace('{total}', formatNumber(locale, total))
				: t.tooFew.replace('{count}', String(total));
		return {
			asOf,
			finding,
			chart:
				total < fewest ? null : (
					<Columns
						label={`${t.reportCalls}. ${finding}`}
						axis={t.axisCalls}
						unit={t.axisHourOfDay.replace('{zone}', period.timezone)}
						columns={hours.map(({ hour, count }) => ({ name: hour, value: count }))}
					/>
				),
			table: {
				columns: [
					{ id: 'hour', label: t.columnHour },
					{ id: 'calls', label: t.columnCalls },
				],
				rows: hours.map(({ hour, count }) => [hour, count]),
			},
		};
	},
};

/** Every hour from the first to the last in which calls are made. */
function byHour(slots: readonly { at: number; count: number }[], timeZone: string): { hour: string; count: number }[] {
	const counts = new Map<number, number>();
	for (const { at, count } of slots) {
		const hour = Number(wallClock(at, timeZone).time.slice(0, 2));
		counts.set(hour, (counts.get(hour) ?? 0) + count);
	}
	if (counts.size === 0) return [];
	const first = Math.min(...counts.keys());
	const length = Math.max(...counts.keys()) - first + 1;
	return Array.from({ length }, (_, index) => first + index).map((hour) => ({
		hour: String(hour).padStart(2, '0'),
		count: counts.get(hour) ?? 0,
	}));
}
