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
import { deskTimezone, languageName, topicName, words } from './words.ts';

const path = '/desk/callbacks';
const parts = [
	['today', path],
	['week', `${path}/week`],
	['heldCalls', `${path}/held`],
	['toOffer', `${path}/offered`],
	['blockedNumbers', `${path}/blocked`],
	['allCalls', `${path}/all`],
] as const;

/** The calls of one day, in the order in which they are made. */
export function CallDay({ view, day, calls, now }: CallDayProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.callsOf.replace('{day}', dayName(view, day))}</h1>
			<CallNav view={view} part="today" />
			<p class="pages">
				<a href={link(view, path, { day: shiftDay(day, -1) })}>{t.previousDay}</a>{' '}
				<a href={link(view, path, { day: shiftDay(day, 1) })}>{t.nextDay}</a>
			</p>
			{calls.length === 0 ? <p>{t.noCalls}</p> : <CallItems view={view} calls={calls} now={now} />}
		</Layout>
	);
}

/** Calls whose time is gone and whose people have not chosen another yet. */
export function OfferedCalls({ view, calls, next, now }: CallsProps & { next: string | undefined }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.toOffer}</h1>
			<CallNav view={view} part="toOffer" />
			<CallItems view={view} calls={calls} now={now} />
			<Pager view={view} isEmpty={calls.length === 0} path={`${path}/offered`} next={next} />
		</Layout>
	);
}

/** Calls of which somebody has to say whether they are spam, the next one first. */
export function HeldCalls({ view, calls, next, now }: CallsProps & { next: string | undefined }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.heldCalls}</h1>
			<CallNav view={view} part="heldCalls" />
			<p class="hint">{t.heldCallsHint}</p>
			<CallItems view={view} calls={calls} now={now} />
			<Pager view={view} isEmpty={calls.length === 0} path={`${path}/held`} next={next} />
		</Layout>
	);
}

/** Every booking, newest first. */
export function AllCalls({ view, calls, next, now }: CallsProps & { next: string | undefined }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.allCalls}</h1>
			<CallNav view={view} part="allCalls" />
			<CallItems view={view} calls={calls} now={now} />
			<Pager view={view} isEmpty={calls.length === 0} path={`${path}/all`} next={next} />
		</Layout>
	);
}

/** The pages about calls. */
export function CallNav({ view, part }: { view: View; part: (typeof parts)[number][0] }) {
	const t = words[view.locale];
	return (
		<nav class="views" aria-label={t.callbacks}>
			{parts.map(([name, target]) => (
				<a href={link(view, target)} aria-current={name === part ? 'page' : undefined}>
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

function CallItems({ view, calls, now }: CallsProps) {
	const t = words[view.locale];
	return (
		<ol class="items">
			{calls.map((call) => (
				<li>
					<h2>
						<a href={link(view, `${path}/${call.reference}`)}>{call.reference}</a>
						{call.state === 'booked' ? null : <span class={`tag ${call.state}`}>{t[call.state]}</span>}
						{isJudgeable(call) && <span class="tag held">{t.held}</span>}
						{isLate(call, now) && <span class="tag urgent">{t.callOverdue}</span>}
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
	now: number;
}

interface CallDayProps extends CallsProps {
	day: DeskDay;
}
