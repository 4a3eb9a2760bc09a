import type { PropsWithChildren } from 'hono/jsx';

import type { AuditEntry } from '../db/audit.ts';
import type { StoredCallback } from '../db/callbacks.ts';
import type { StoredRequest } from '../db/requests.ts';
import { link, type View } from './layout.tsx';
import { SeededTag, Time } from './lists.tsx';
import { auditName, languageName, teamName, teamOfTopic, topicName, words, type Words } from './words.ts';
import { sortingWords } from './words/sorting.ts';

export function Heading({ view, reference, isHeld, isUrgent = false, isSpam = false, back }: HeadingProps) {
	const t = words[view.locale];
	return (
		<>
			<p>
				<a href={link(view, back)}>{t.back}</a>
			</p>
			<h1>
				{reference}
				{isUrgent && <span class="tag urgent">{t.urgent}</span>}
				{isHeld && <span class="tag held">{t.held}</span>}
				{isSpam && <span class="tag held">{sortingWords[view.locale].spam}</span>}
				<SeededTag view={view} reference={reference} />
			</h1>
			{isHeld && <p class="hint">{t.heldHint}</p>}
		</>
	);
}

/** Fields that requests and callbacks have in common. */
export function Shared({ view, item }: { view: View; item: StoredRequest | StoredCallback }) {
	const t = words[view.locale];
	return (
		<>
			<Row label={t.topic}>{topicName(view.locale, item.topic)}</Row>
			<Row label={t.team}>{'team' in item ? teamName(view.locale, item.team) : teamOfTopic(view.locale, item.topic)}</Row>
			<Row label={t.language}>{languageName(item.locale)}</Row>
			<Row label={t.createdAt}>
				<Time view={view} at={item.createdAt} />
			</Row>
		</>
	);
}

/** Fields that were left empty are left out. */
export function Row({ label, children }: PropsWithChildren<{ label: string }>) {
	const isEmpty = [children].flat(2).every((child) => child === null || child === undefined || child === '' || child === false);
	if (isEmpty) return null;
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

export function Timeline({ view, timeline }: { view: View; timeline: readonly TimelineEvent[] }) {
	const t = words[view.locale];
	return (
		<section>
			<h2>{t.timeline}</h2>
			<ol>
				{timeline.map(({ at, event, team, reason }) => (
					<li>
						{t[event]} {team ? teamName(view.locale, team) : null} · <Time view={view} at={at} />
						{reason ? <p class="meta">{reason}</p> : null}
					</li>
				))}
			</ol>
		</section>
	);
}

/** How its person found it. */
export function Rating({ view, rating, isLow = false, children }: PropsWithChildren<RatingProps>) {
	const t = words[view.locale];
	if (!rating) return null;
	return (
		<section>
			<h2>
				{t.rating}
				{isLow && <span class="tag urgent">{t.lowRated}</span>}
			</h2>
			<dl>
				{(['speed', 'expertise', 'solution', 'tone'] as const).map((scale) => (
					<Row label={t[scale]}>{rating[scale] === null ? null : `${rating[scale]} / 5`}</Row>
				))}
				<Row label={t.note}>
					{rating.comment && (
						<>
							<span class="text">{rating.comment}</span>
							{children}
						</>
					)}
				</Row>
			</dl>
		</section>
	);
}

/** What staff and its person did. */
export function Audit({ view, audit }: { view: View; audit: readonly AuditEntry[] }) {
	const t = words[view.locale];
	if (audit.length === 0) return null;
	return (
		<section>
			<h2>{t.audit}</h2>
			<ol>
				{audit.map(({ at, actor, action }) => (
					<li>
						{actor === 'person' ? t.auditPerson : actor} {auditName(view.locale, action)} · <Time view={view} at={at} />
					</li>
				))}
			</ol>
		</section>
	);
}

interface TimelineEvent {
	at: number;
	event: keyof Words;
	team?: string | null;
	reason?: string | null;
}

interface HeadingProps {
	view: View;
	reference: string;
	isHeld: boolean;
	isUrgent?: boolean;
	isSpam?: boolean;
	back: string;
}

interface RatingProps {
	view: View;
	rating: StoredRequest['rating'];
	/** Whether somebody has to look into it. */
	isLow?: boolean;
}
