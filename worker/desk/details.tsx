import type { PropsWithChildren } from 'hono/jsx';

import { locales } from '#config/locales';
import { support } from '#config/support';
import type { ArticleRecord } from '#shared/articles';
import { explorerUrl } from '#shared/formats';
import { formatInstant } from '#shared/instant';

import type { StoredCallback } from '../db/callbacks.ts';
import type { StoredRequest } from '../db/requests.ts';
import { Layout, link, type View } from './layout.tsx';
import { ArticleLink, Time } from './lists.tsx';
import { languageName, teamName, topicName, words, type Words } from './words.ts';

/** Everything about one request. */
export function RequestDetail({
	view,
	request,
	articles,
}: {
	view: View;
	request: StoredRequest;
	articles: readonly ArticleRecord[];
}) {
	const t = words[view.locale];
	const explorer = request.txHash && explorerUrl(request.txHash, request.chain ?? undefined);
	const chain = support.chains.find(({ id }) => id === request.chain)?.name ?? request.chain;
	return (
		<Layout view={view} tab="requests">
			<Heading
				view={view}
				reference={request.reference}
				isHeld={request.state === 'held'}
				isUrgent={request.urgent}
				back="/desk/"
			/>
			<p class="text message">{request.message}</p>
			<dl>
				<Row label={t.name}>{request.name}</Row>
				<Row label={t.email}>
					<a href={`mailto:${request.email}`}>{request.email}</a>
				</Row>
				<Shared view={view} item={request} />
				<Row label={t.chain}>{chain}</Row>
				<Row label={t.txHash}>
					{request.txHash && <code>{request.txHash}</code>}
					{explorer && (
						<>
							{' '}
							<a href={explorer} rel="noreferrer">
								{t.explorer}
							</a>
						</>
					)}
				</Row>
				<Row label={t.address}>{request.address && <code>{request.address}</code>}</Row>
				<Row label={t.appVersion}>{request.appVersion}</Row>
				<Row label={t.device}>{request.device}</Row>
			</dl>
			{request.articles.length > 0 && (
				<section>
					<h2>{t.articles}</h2>
					<ol>
						{request.articles.map((id) => (
							<li>
								<ArticleLink id={id} articles={articles} />
							</li>
						))}
					</ol>
				</section>
			)}
			<Timeline view={view} timeline={request.timeline} />
		</Layout>
	);
}

/** Everything about one callback: the agent who calls needs the number in full. */
export function CallbackDetail({ view, callback }: { view: View; callback: StoredCallback }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="callbacks">
			<Heading view={view} reference={callback.reference} isHeld={callback.state === 'held'} back="/desk/callbacks" />
			<dl>
				<Row label={t.callAt}>
					<Time view={view} at={callback.slot.start} />
				</Row>
				<Row label={t.callerTime}>{formatInstant(locales[view.locale].lang, callback.slot.start, callback.timezone)}</Row>
				<Row label={t.state}>{t[callback.state]}</Row>
				<Row label={t.name}>{callback.name}</Row>
				<Row label={t.phone}>
					<a href={`tel:${callback.phone}`}>{callback.phone}</a>
				</Row>
				<Row label={t.email}>{callback.email && <a href={`mailto:${callback.email}`}>{callback.email}</a>}</Row>
				<Shared view={view} item={callback} />
				<Row label={t.note}>{callback.note && <span class="text">{callback.note}</span>}</Row>
			</dl>
			<Timeline view={view} timeline={callback.timeline} />
		</Layout>
	);
}

function Heading({ view, reference, isHeld, isUrgent = false, back }: HeadingProps) {
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
			</h1>
			{isHeld && <p class="hint">{t.heldHint}</p>}
		</>
	);
}

/** Fields that requests and callbacks have in common. */
function Shared({ view, item }: { view: View; item: StoredRequest | StoredCallback }) {
	const t = words[view.locale];
	return (
		<>
			<Row label={t.topic}>{topicName(view.locale, item.topic)}</Row>
			<Row label={t.team}>{teamName(view.locale, item.topic)}</Row>
			<Row label={t.language}>{languageName(item.locale)}</Row>
			<Row label={t.createdAt}>
				<Time view={view} at={item.createdAt} />
			</Row>
		</>
	);
}

/** Fields that were left empty are left out. */
function Row({ label, children }: PropsWithChildren<{ label: string }>) {
	const isEmpty = [children].flat(2).every((child) => child === null || child === undefined || child === '' || child === false);
	if (isEmpty) return null;
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function Timeline({ view, timeline }: { view: View; timeline: readonly { at: number; event: keyof Words }[] }) {
	const t = words[view.locale];
	return (
		<section>
			<h2>{t.timeline}</h2>
			<ol>
				{timeline.map(({ at, event }) => (
					<li>
						{t[event]} · <Time view={view} at={at} />
					</li>
				))}
			</ol>
		</section>
	);
}

interface HeadingProps {
	view: View;
	reference: string;
	isHeld: boolean;
	isUrgent?: boolean;
	back: string;
}
