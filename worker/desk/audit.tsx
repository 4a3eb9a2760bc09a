import type { App, AppContext } from '../context.ts';
import { auditActions, listAuditLog, type AuditEntry, type AuditFilter } from '../db/audit.ts';
import { listStaff } from '../db/staff.ts';
import { parseReference } from '../pages/private-link.ts';
import { pageSize } from './cursor.ts';
import { Layout, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { send, viewOf } from './page.tsx';
import { Pager } from './pager.tsx';
import { ReferenceLink } from './references.tsx';
import { auditName, words } from './words.ts';

const auditPath = '/desk/audit/';
/** Names that the filter offers; any other can be typed. */
const offeredNames = 200;

/** Who did what, for leads. */
export function addAudit(desk: App): void {
	desk.get('/audit', (c) => c.redirect(auditPath, 308));
	desk.get('/audit/', (c) => auditPage(c));
}

async function auditPage(c: AppContext): Promise<Response> {
	const filter = {
		actor: c.req.query('who') || undefined,
		action: auditActions.find((action) => action === c.req.query('what')),
	};
	const before = /^\d{1,15}$/.test(c.req.query('cursor') ?? '') ? Number(c.req.query('cursor')) : Number.MAX_SAFE_INTEGER;
	const entries = await listAuditLog(c.env.DB, filter, pageSize, before);
	const names = (await listStaff(c.env.DB, 0, offeredNames)).map(({ name }) => name);
	const next = entries.length === pageSize ? String(entries.at(-1)?.id) : undefined;
	return send(c, <AuditLog view={viewOf(c)} filter={filter} entries={entries} names={names} next={next} />);
}

function AuditLog({ view, filter, entries, names, next }: AuditLogProps) {
	const t = words[view.locale];
	const query = { ...(filter.actor ? { who: filter.actor } : {}), ...(filter.action ? { what: filter.action } : {}) };
	return (
		<Layout view={view} tab="audit">
			<h1>{t.audit}</h1>
			<p class="hint">{t.auditHint}</p>
			<Filter view={view} filter={filter} names={names} />
			{entries.length > 0 && (
				<table class="plain">
					<thead>
						<tr>
							<th scope="col">{t.when}</th>
							<th scope="col">{t.who}</th>
							<th scope="col">{t.what}</th>
							<th scope="col">{t.subject}</th>
						</tr>
					</thead>
					<tbody>
						{entries.map((entry) => (
							<tr>
								<th scope="row">
									<Time view={view} at={entry.at} />
								</th>
								<td>{entry.actor === 'person' ? t.auditPerson : entry.actor}</td>
								<td>{auditName(view.locale, entry.action)}</td>
								<td>
									<Subject view={view} entry={entry} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<Pager view={view} isEmpty={entries.length === 0} path={auditPath} next={next} query={query} />
		</Layout>
	);
}

function Filter({ view, filter, names }: Pick<AuditLogProps, 'view' | 'filter' | 'names'>) {
	const t = words[view.locale];
	return (
		<form method="get" action={auditPath} class="filters">
			{view.lang && <input type="hidden" name="lang" value={view.lang} />}
			<span class="pair">
				<label for="who">{t.who}</label>
				<input id="who" name="who" list="names" value={filter.actor ?? ''} autocomplete="off" />
			</span>
			<datalist id="names">
				{[...names, 'person'].map((name) => (
					<option value={name}>{name === 'person' ? t.auditPerson : undefined}</option>
				))}
			</datalist>
			<span class="pair">
				<label for="what">{t.what}</label>
				<select id="what" name="what">
					<option value="">{t.all}</option>
					{auditActions.map((action) => (
						<option value={action} selected={action === filter.action}>
							{auditName(view.locale, action)}
						</option>
					))}
				</select>
			</span>
			<button type="submit">{t.filter}</button>
		</form>
	);
}

/** What was erased has left its reference here, and nothing behind it. */
function Subject({ view, entry: { subject, action } }: { view: View; entry: AuditEntry }) {
	if (action === 'erased' || !parseReference(subject)) return <code>{subject}</code>;
	return <ReferenceLink view={view} reference={subject} />;
}

interface AuditLogProps {
	view: View;
	filter: AuditFilter;
	entries: (AuditEntry & { id: number })[];
	names: string[];
	/** Cursor of the next page. */
	next: string | undefined;
}
