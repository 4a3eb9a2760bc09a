import { Layout, link, type View } from '../layout.tsx';
import { Time } from '../lists.tsx';
import { words, type Words } from '../words.ts';
import { keptMs } from './counted.ts';
import { periods, type Period } from './period.ts';
import type { Opened, Table } from './report.ts';
import { minuteMs } from '../../time.ts';

export const reportsPath = '/desk/reports/';

/** What each report has found: a sentence, a picture, and the numbers behind it. */
export function ReportsPage({ view, period, asOf, shown, mayExport }: ReportsPageProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="reports">
			<h1>{t.reports}</h1>
			<p class="hint">
				{t.reportsHint
					.replace('{from}', period.dates[0] ?? '')
					.replace('{to}', period.dates.at(-1) ?? '')
					.replace('{zone}', period.timezone)}{' '}
				{t.countedAt.replace('{minutes}', String(keptMs / minuteMs))} <Time view={view} at={asOf} />
			</p>
			<nav aria-label={t.days}>
				{periods.map((days) => (
					<a href={link(view, reportsPath, { days: String(days) })} aria-current={days === period.count ? 'true' : undefined}>
						{t.lastDays.replace('{days}', String(days))}
					</a>
				))}
			</nav>
			<div class="reports">
				{shown.map((report) => (
					<section class="report" aria-labelledby={`report-${report.id}`}>
						<h2 id={`report-${report.id}`}>{t[report.title]}</h2>
						<p class={report.chart ? undefined : 'hint'}>{report.finding}</p>
						{report.chart}
						<Numbers view={view} title={t[report.title]} table={report.table} />
						{mayExport && <Exports view={view} id={report.id} title={t[report.title]} days={period.count} />}
					</section>
				))}
			</div>
		</Layout>
	);
}

function Numbers({ view, title, table: { columns, rows } }: { view: View; title: string; table: Table }) {
	const t = words[view.locale];
	if (rows.length === 0) return null;
	return (
		<details>
			<summary>
				{t.asTable}
				<span class="hidden">: {title}</span>
			</summary>
			<div class="scroll" tabindex={0} role="region" aria-label={title}>
				<table>
					<thead>
						<tr>
							{columns.map(({ label }) => (
								<th scope="col">{label}</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr>
								{row.map((cell, index) => {
									const text = columns[index]?.show?.(cell) ?? String(cell ?? '');
									return index === 0 ? <th scope="row">{text}</th> : <td>{text}</td>;
								})}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}

function Exports({ view, id, title, days }: { view: View; id: string; title: string; days: number }) {
	return (
		<p class="meta">
			{(['csv', 'json'] as const).map((type) => (
				<>
					<a
						href={link(view, `/desk/exports/${id}.${type}`, { days: String(days) })}
						aria-label={`${type.toUpperCase()}: ${title}`}
					>
						{type.toUpperCase()}
					</a>{' '}
				</>
			))}
		</p>
	);
}

interface ReportsPageProps {
	view: View;
	period: Period;
	/** Of when the oldest of them is, in epoch milliseconds. */
	asOf: number;
	shown: (Opened & { id: string; title: keyof Words })[];
	mayExport: boolean;
}
