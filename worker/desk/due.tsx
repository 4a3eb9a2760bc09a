import type { RequestSummary } from '../db/requests.ts';
import type { View } from './layout.tsx';
import { Time } from './lists.tsx';
import { words } from './words.ts';

/** A priority that is not the usual one; what is urgent says so itself. */
export function Priority({ view, item: { priority, urgent } }: { view: View; item: RequestSummary }) {
	const t = words[view.locale];
	if (priority === 1 || (priority === 2 && urgent)) return null;
	return <span class={priority === 2 ? 'tag urgent' : 'tag'}>{priority === 2 ? t.priorityHigh : t.priorityLow}</span>;
}

/** Until when the first reply is promised, as long as there is none. */
export function Due({ view, item }: { view: View; item: RequestSummary }) {
	const t = words[view.locale];
	if (item.dueAt === null || item.firstReplyAt !== null || item.endedAt !== null || item.state === 'held') return null;
	const isLate = item.dueAt < view.now;
	return (
		<span class={isLate ? 'late' : undefined}>
			{' '}
			· {isLate ? t.replyOverdue : t.replyDue} <Time view={view} at={item.dueAt} />
		</span>
	);
}

/** When the first reply is or was due, and whether it came by then. */
export function Promised({ view, item: { dueAt, firstReplyAt } }: { view: View; item: RequestSummary }) {
	const t = words[view.locale];
	if (dueAt === null) return null;
	const isLate = (firstReplyAt ?? view.now) > dueAt;
	const verdict = firstReplyAt === null ? isLate && t.overdue : isLate ? t.repliedLate : t.repliedInTime;
	return (
		<span class={isLate ? 'late' : undefined}>
			<Time view={view} at={dueAt} />
			{verdict && ` · ${verdict}`}
		</span>
	);
}
