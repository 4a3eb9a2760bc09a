import type { Alert } from '../db/alerts.ts';
import { link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { mayOpen } from './roles.ts';
import { alertWords } from './words/alerts.ts';

/** Where something can be done about it. */
const places = {
	late: '/desk/outbox/',
	dead: '/desk/outbox/',
	lost: undefined,
	overdue: '/desk/',
	calls: '/desk/callbacks',
} as const;

/** What is wrong just now, on every page of the desk. What has been quiet for a minute is not shown while it is watched. */
export function Alerts({ view }: { view: View }) {
	const t = alertWords[view.locale];
	const shown = view.alerts.filter(({ calmSince }) => calmSince === null);
	if (shown.length === 0) return null;
	return (
		<div role="status">
			<ul class="alerts">
				{shown.map((alert) => (
					<li>
						{t[alert.kind].replace('{count}', String(alert.count))} {t.since} <Time view={view} at={alert.since} />
						<Place view={view} alert={alert} />
					</li>
				))}
			</ul>
		</div>
	);
}

function Place({ view, alert }: { view: View; alert: Alert }) {
	const place = places[alert.kind];
	if (!place || !mayOpen(view.role, place)) return null;
	const query: Record<string, string> = alert.kind === 'overdue' ? { view: 'overdue' } : {};
	return (
		<>
			{' · '}
			<a href={link(view, place, query)}>{alertWords[view.locale].look}</a>
		</>
	);
}
