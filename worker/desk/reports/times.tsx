import type { Locale } from '#config/locales';
import { support } from '#config/support';

import { findTimes, type Measure, type Times, type TimesSummary } from '../../db/report-requests.ts';
import { formatSpan } from '../../requests/reply-times.ts';
import { Lines } from '../charts/lines.tsx';
import { topicName, words } from '../words.ts';
import { counted } from './counted.ts';
import type { Period } from './period.ts';
import { fewest, formatShare, toMinutes, type Cell, type Report, type Table } from './report.ts';
import { minuteMs } from '../../time.ts';

/** A point of a line that fewer would make is left out. */
const fewestInStep = 3;
const hourMs = 3_600_000;

/** How long a first reply took, against the time that its rule promised. */
export const replies = times('first-reply', 'reply', 'reportReplies');
/** How long it took until it was solved, against the configured hours. */
export const solutions = times('resolution', 'solved', 'reportSolutions');

function times(id: string, measure: Measure, title: 'reportReplies' | 'reportSolutions'): Report {
	return {
		id,
		isFeedback: false,
		title,
		async open(c, period, { locale }) {
			const { data: found, asOf } = await counted(c, id, period, () =>
				findTimes(c.env.DB, measure, period.steps.days, support.solvedHours * hourMs),
			);
			const t = words[locale];
			const isEnough = found.all.count >= fewest;
			const finding = isEnough ? findingOf(locale, found.all, measure) : t.tooFew.replace('{count}', String(found.all.count));
			const label = `${t[title]}. ${finding}`;
			return {
				asOf,
				finding,
				chart: isEnough ? <TimesChart locale={locale} period={period} found={found} label={label} /> : null,
				table: tableOf(locale, period.steps.dates, found),
			};
		},
	};
}

function findingOf(locale: Locale, { median, p90, inTime, withTarget }: TimesSummary, measure: Measure): string {
	const t = words[locale];
	const spans = (measure === 'reply' ? t.findReplies : t.findSolutions)
		.replace('{median}', formatSpan(locale, median ?? 0))
		.replace('{p90}', formatSpan(locale, p90 ?? 0));
	if (withTarget === 0) return spans;
	const share = t.findInTime
		.replace('{share}', formatShare(locale, inTime / withTarget))
		.replace('{inTime}', String(inTime))
		.replace('{of}', String(withTarget))
		.replace('{target}', measure === 'reply' ? t.targetOfRules : t.targetHours.replace('{hours}', String(support.solvedHours)));
	return `${spans} ${share}`;
}

function TimesChart({ locale, period, found, label }: { locale: Locale; period: Period; found: Times; label: string }) {
	const t = words[locale];
	const longest = Math.max(...found.days.map(({ p90 }) => p90 ?? 0));
	const [unit, axis] =
		longest < 3 * hourMs ? [minuteMs, t.axisMinutes] : longest < 72 * hourMs ? [hourMs, t.axisHours] : [24 * hourMs, t.axisDays];
	const drawn = found.days.filter(({ count }) => count >= fewestInStep);
	const byDay = new Map(drawn.map((row) => [Number(row.key), row]));
	const points = (of: 'median' | 'p90') =>
		period.steps.dates.map((_, day) => {
			const ms = byDay.get(day)?.[of];
			return ms === undefined || ms === null ? null : ms / unit;
		});
	return (
		<Lines
			label={label}
			axis={axis.replace('{step}', period.steps.isWeeks ? t.stepWeek : t.stepDay).replace('{fewest}', String(fewestInStep))}
			dates={period.steps.dates}
			series={[
				{ name: t.lineMedian, points: points('median') },
				{ name: t.lineP90, points: points('p90') },
			]}
		/>
	);
}

function tableOf(locale: Locale, dates: readonly string[], found: Times): Table {
	const t = words[locale];
	const showMinutes = (value: Cell) => (value === null ? '' : formatSpan(locale, Number(value) * minuteMs));
	const row = (day: Cell, topic: Cell, { count, median, p90, inTime, withTarget }: TimesSummary): Cell[] => [
		day,
		topic,
		count,
		toMinutes(median),
		toMinutes(p90),
		inTime,
		withTarget,
	];
	return {
		columns: [
			{ id: 'day', label: t.columnFrom, show: (day) => String(day ?? t.all) },
			{ id: 'topic', label: t.topic, show: (topic) => (topic === null ? t.all : topicName(locale, String(topic))) },
			{ id: 'count', label: t.columnCount },
			{ id: 'median_minutes', label: t.columnMedian, show: showMinutes },
			{ id: 'p90_minutes', label: t.columnP90, show: showMinutes },
			{ id: 'in_time', label: t.columnInTime },
			{ id: 'with_target', label: t.columnWithTarget },
		],
		rows: [
			row(null, null, found.all),
			...found.topics.map((times) => row(null, times.key, times)),
			...found.days.map((times) => row(dates[Number(times.key)] ?? '', null, times)),
		],
	};
}
