import type { PropsWithChildren } from 'hono/jsx';

import type { StoredCallback } from '../db/callbacks.ts';
import type { StoredRequest } from '../db/requests.ts';
import { link, type View } from './layout.tsx';
import { SeededTag, Time } from './lists.tsx';
import { languageName, teamName, teamOfTopic, topicName, words, type Words } from './words.ts';
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
