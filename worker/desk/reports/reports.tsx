import type { App, AppContext } from '../../context.ts';
import { lineTimezone } from '../../callbacks/line-slots.ts';
import { insertAudit } from '../../db/audit.ts';
import { now } from '../../settings.ts';
import { roleOfStaff, staffOf } from '../access.ts';
import { missing, send, viewOf } from '../page.tsx';
import { calls } from './calls.tsx';
import { toCsv, toJson } from './export.ts';
import { ReportsPage, reportsPath } from './page.tsx';
import { periodOf, type Period } from './period.ts';
import { ratings } from './ratings.tsx';
import type { Report } from './report.ts';
import { searches } from './searches.tsx';
import { replies, solutions } from './times.tsx';
import { volume } from './volume.tsx';
import { votes } from './votes.tsx';

const reports: readonly Report[] = [volume, replies, solutions, ratings, calls, votes, searches];
const types = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** How it goes: for leads all of it, for writers what readers say about articles. */
export function addReports(desk: App): void {
	desk.get('/reports', (c) => c.redirect(reportsPath, 308));
	desk.get('/reports/', (c) => reportsPage(c));
	desk.get('/exports/:file', (c) => exportTable(c));
}

async function reportsPage(c: AppContext): Promise<Response> {
	const view = viewOf(c);
	const period = periodIn(c);
	const role = roleOfStaff(c);
	const visible = reports.filter(({ isFeedback }) => isFeedback || role === 'lead');
	const shown = await Promise.all(visible.map(async ({ id, title, open }) => ({ id, title, ...(await open(c, period, view)) })));
	const asOf = Math.min(...shown.map((report) => report.asOf));
	return send(c, <ReportsPage view={view} period={period} asOf={asOf} shown={shown} mayExport={role === 'lead'} />);
}

/** Who takes numbers out of the house stands in the log before they get them. */
async function exportTable(c: AppContext): Promise<Response> {
	const [, id, type] = /^([a-z-]+)\.(csv|json)$/.exec(c.req.param('file') ?? '') ?? [];
	const report = reports.find((known) => known.id === id);
	if (!report || (type !== 'csv' && type !== 'json')) return missing(c);
	const period = periodIn(c);
	const { table } = await report.open(c, period, viewOf(c));
	const subject = `${report.id}.${type}:${period.count}`;
	await insertAudit(c.env.DB, { at: now(c.var.settings), actor: staffOf(c), action: 'exported', subject }).run();
	return c.body(type === 'csv' ? toCsv(table) : toJson(report.id, table, period), 200, {
		'Content-Type': types[type],
		'Content-Disposition': `attachment; filename="${report.id}-${period.dates[0]}-${period.dates.at(-1)}.${type}"`,
		'Cache-Control': 'no-store',
	});
}

function periodIn(c: AppContext): Period {
	return periodOf(c.req.query('days'), lineTimezone('zh-cn'), now(c.var.settings));
}
