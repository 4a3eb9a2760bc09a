import { locales } from '#config/locales';
import { formatDate } from '#shared/instant';

import { maskPhone } from '../callbacks/phone.ts';
import type { CallbackSummary } from '../db/callbacks.ts';
import { isJudgeable, isOfferable } from '../callbacks/callback-rules.ts';
import { shiftDay, type DeskDay } from './call-days.ts';
import { attemptsText } from './call.tsx';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { Pager } from './pager.tsx';
import { ReferenceLink } from './references.tsx';
import { deskTimezone, languageName, topicName, words } from './words.ts';

const path = '/desk/callbacks';
const paths = {
	today: path,
	week: `${path}/week`,
	heldCalls: `${path}/held`,
	toOffer: `${path}/offered`,
	blockedNumbers: `${path}/blocked`,
	allCalls: `${path}/all`,
} as const;

/** The calls of one day, in the order in which they are made. */
export function CallDay({ view, day, calls }: CallDayProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.callsOf.replace('{day}', dayName(view, day))}</h1>
			<CallNav view={view} part="today" />
			<p class="pages">
				<a href={link(view, path, { day: shiftDay(day, -1) })}>{t.previousDay}</a>{' '}
				<a href={link(view, path, { day: shiftDay(day, 1) })}>{t.nextDay}</a>
			</p>
			{calls.length === 0 ? <p>{t.noCalls}</p> : <CallItems view={view} calls={calls} />}
		</Layout>
	);
}

/** A page of all calls, or of those that wait for a judgement or another time. */
export function CallList({ view, part, calls, next }: CallListProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t[part]}</h1>
			<CallNav view={view} part={part} />
			{part === 'heldCalls' && <p class="hint">{t.heldCallsHint}</p>}
			<CallItems view={view} calls={calls} />
			<Pager view={view} isEmpty={calls.length === 0} path={paths[part]} next={next} />
		</Layout>
	);
}

/** The pages about calls. */
export function CallNav({ view, part }: { view: View; part: Part }) {
	const t = words[view.locale];
	return (
		<nav class="views" aria-label={t.callbacks}>
			{(Object.keys(paths) as Part[]).map((name) => (
				<a href={link(view, paths[name])} aria-current={name === part ? 'page' : undefined}>
					{t[name]}
				</a>
			))}
		</nav>
	);
}

/** A day as its weekday and date. */
export function dayName(view: View, { from }: DeskDay): string {
	return formatDate(locales[view.locale].lang, from, deskTimezone);
}

function CallItems({ view, calls }: CallsProps) {
	const t = words[view.locale];
	return (
		<ol class="items">
			{calls.map((call) => (
				<li>
					<h2>
						<ReferenceLink view={view} reference={call.reference} />
						{call.state === 'booked' ? null : <span class={`tag ${call.state}`}>{t[call.state]}</span>}
						{isJudgeable(call) && <span class="tag held">{t.held}</span>}
						{isLate(call, view.now) && <span class="tag urgent">{t.callOverdue}</span>}
					</h2>
					<p class="when">
						<Time view={view} at={call.slot.start} />
					</p>
					<p>
						<strong>{call.name}</strong> {maskPhone(call.phone)} · {languageName(call.locale)}
						{call.attempts > 0 && ` · ${attemptsText(view, call.attempts)}`}
					</p>
					<p class="meta">{topicName(view.locale, call.topic)}</p>
					{call.note && <p class="text">{call.note}</p>}
				</li>
			))}
		</ol>
	);
}

/** Its slot has ended and nobody has called. */
function isLate(call: CallbackSummary, now: number): boolean {
	return isOfferable(call) && call.slot.end <= now;
}

interface CallsProps {
	view: View;
	calls: CallbackSummary[];
}

interface CallDayProps extends CallsProps {
	day: DeskDay;
}

interface CallListProps extends CallsProps {
	part: Exclude<Part, 'today' | 'week' | 'blockedNumbers'>;
	/** Cursor of the next page. */
	next: string | undefined;
}

type Part = keyof typeof paths;
