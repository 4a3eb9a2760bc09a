import { locales } from '#config/locales';
import { formatInstant } from '#shared/instant';
import { callAttempts } from '#shared/limits';

import type { FormFields } from '../input/body.ts';
import { isJudgeable } from '../callbacks/callback-rules.ts';
import { maskPhone } from '../callbacks/phone.ts';
import type { AuditEntry } from '../db/audit.ts';
import type { OwedMessage } from '../db/outbox.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import type { NextAttempt } from './call-attempts.ts';
import { CallForms, ConvertForm } from './call-forms.tsx';
import { CallProof } from './call-proof.tsx';
import { Audit, Heading, Rating, Row, Shared, Timeline } from './details.tsx';
import { EraseLink } from './erase.tsx';
import { Layout, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { MessagesOf } from './outbox.tsx';
import { ReferenceText } from './references.tsx';
import { TroubleNotice, type Trouble } from './trouble.tsx';
import { words, type Words } from './words.ts';

/** Everything about one call, and everything that can be done about it. Its number is for whoever calls. */
export function CallDetail(props: CallDetailProps) {
	const { view, call, block, trouble, audit, messages } = props;
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks" keys="call">
			<Heading view={view} reference={call.reference} isHeld={isJudgeable(call) && !block} back="/desk/callbacks" />
			{trouble && <Notice view={view} trouble={trouble} />}
			{block && (
				<p class="notice">
					<ReferenceText view={view} text={t.callDoubted} reference={block.booking} />
				</p>
			)}
			<div class="columns">
				<div>
					<section>
						<h2>{t.theCall}</h2>
						<CallProof {...props} />
						<CallForms {...props} />
					</section>
					<Notes view={view} call={call} />
				</div>
				<div>
					<h2>{t.context}</h2>
					<Facts {...props} />
					<Rating view={view} rating={call.rating} />
					<Timeline view={view} timeline={call.timeline.map(({ at, event }) => ({ at, event: eventWords[event] }))} />
					{call.email && <MessagesOf view={view} messages={messages} isVerified={call.isEmailVerified} />}
					<Audit view={view} audit={audit} />
					<ConvertForm {...props} />
					<EraseLink view={view} reference={call.reference} />
				</div>
			</div>
		</Layout>
	);
}

function Facts({ view, call, proof }: CallDetailProps) {
	const t = words[view.locale];
	const { lang } = locales[view.locale];
	return (
		<dl>
			<Row label={t.callAt}>
				<Time view={view} at={call.slot.start} />
			</Row>
			<Row label={t.callerTime}>{formatInstant(lang, call.slot.start, call.timezone)}</Row>
			<Row label={t.state}>
				{t[call.state]}
				{call.attempts > 0 && ` · ${attemptsText(view, call.attempts)}`}
			</Row>
			<Row label={t.name}>{call.name}</Row>
			<Row label={t.phone}>{proof ? call.phone : `${maskPhone(call.phone)} (${t.phoneMasked})`}</Row>
			<Row label={t.email}>{call.email && <a href={`mailto:${call.email}`}>{call.email}</a>}</Row>
			<Shared view={view} item={call} />
			<Row label={t.note}>{call.note && <span class="text">{call.note}</span>}</Row>
		</dl>
	);
}

/** How often somebody has called. */
export function attemptsText(view: View, attempts: number): string {
	return words[view.locale].attemptsOf.replace('{count}', String(attempts)).replace('{most}', String(callAttempts));
}

function Notes({ view, call }: { view: View; call: StoredCallback }) {
	if (call.notes.length === 0) return null;
	return (
		<section class="conversation">
			<h2>{words[view.locale].callNotes}</h2>
			<ol class="items">
				{call.notes.map(({ at, agent, body }) => (
					<li class="note">
						<p class="meta">
							<strong>{agent}</strong> · <Time view={view} at={at} />
						</p>
						<p class="text">{body}</p>
					</li>
				))}
			</ol>
		</section>
	);
}

function Notice({ view, trouble }: { view: View; trouble: CallTrouble }) {
	const t = words[view.locale];
	return <TroubleNotice view={view} trouble={trouble} own={{ stale: t.callStale, full: t.callFull, early: t.callEarly }} />;
}

const eventWords = {
	booked: 'booked',
	moved: 'moved',
	cancelled: 'cancelled',
	calling: 'callEventCalling',
	missed: 'missed',
	done: 'done',
	offered: 'offered',
	released: 'released',
	denied: 'denied',
	wrong: 'wrong',
} as const satisfies Record<StoredCallback['timeline'][number]['event'], keyof Words>;

/** Why a form was not done. */
export type CallTrouble = Trouble<'stale' | 'full' | 'early'>;

export interface CallDetailProps {
	view: View;
	call: StoredCallback;
	/** For whoever calls: the words while they live. */
	proof: { words: [string, string] | null } | null;
	/** Whether it is the time to call. */
	isCallable: boolean;
	/** Times that are proposed for the next attempt. */
	next: NextAttempt[];
	audit: readonly AuditEntry[];
	messages: OwedMessage[];
	/** The block of its number, while the call is open. */
	block: { booking: string } | null;
	trouble?: CallTrouble | undefined;
	/** What was typed into the form that was not done. */
	form?: FormFields | undefined;
}
