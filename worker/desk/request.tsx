import { support } from '#config/support';
import type { ArticleRecord } from '#shared/articles';
import { explorerUrl } from '#shared/formats';

import type { FormFields } from '../input/body.ts';
import type { AuditEntry } from '../db/audit.ts';
import type { OwedMessage } from '../db/outbox.ts';
import type { Presence } from '../db/presence.ts';
import type { RequestSummary, StoredRequest } from '../db/requests.ts';
import type { FoundArticle } from './compose.tsx';
import { Heading, Row, Shared, Timeline } from './details.tsx';
import { Priority, Promised } from './due.tsx';
import { Earlier } from './earlier.tsx';
import { EraseLink } from './erase.tsx';
import { FilesOf } from './files.tsx';
import { Layout, type View } from './layout.tsx';
import { ArticleLink, Time } from './lists.tsx';
import { MessagesOf } from './outbox.tsx';
import { PresenceNote } from './presence.tsx';
import { PurgeForm } from './purge-form.tsx';
import { RequestForms } from './request-forms.tsx';
import { RoutedBy } from './rule.tsx';
import { MergedHere, MergedNote } from './sorting-forms.tsx';
import { TroubleNotice, type Trouble } from './trouble.tsx';
import { auditName, stateName, words } from './words.ts';

/** Everything about one request, and everything that can be done about it. */
export function RequestDetail({
	view,
	request,
	articles,
	audit,
	messages,
	earlier,
	merged,
	isBlocked,
	presence,
	trouble,
	form,
	found,
	me,
	colleagues,
}: RequestDetailProps) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="requests">
			<Heading
				view={view}
				reference={request.reference}
				isHeld={request.state === 'held'}
				isUrgent={request.urgent}
				isSpam={request.isSpam}
				back="/desk/"
			/>
			<PresenceNote view={view} presence={presence} version={request.version} />
			<MergedNote view={view} request={request} />
			{trouble && <TroubleNotice view={view} trouble={trouble} own={{ stale: words[view.locale].stale }} />}
			<div class="columns">
				<div>
					<Conversation view={view} request={request} />
					<MergedHere view={view} requests={merged} />
					<FilesOf view={view} request={request} />
					<RequestForms
						view={view}
						request={request}
						form={form}
						found={found}
						me={me}
						colleagues={colleagues}
						earlier={earlier}
						isBlocked={isBlocked}
					/>
				</div>
				<div>
					<Facts view={view} request={request} />
					<Rating view={view} request={request} />
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
					<Earlier view={view} email={request.email} requests={earlier} />
					<Timeline view={view} timeline={request.timeline} />
					<MessagesOf view={view} messages={messages} isVerified={request.isVerified} />
					<Audit view={view} audit={audit} />
					<EraseLink view={view} reference={request.reference} />
				</div>
			</div>
		</Layout>
	);
}

function Conversation({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const first = { id: 0, at: request.createdAt, author: 'person', agent: null, body: request.message } as const;
	return (
		<section class="conversation">
			<h2>{t.conversation}</h2>
			<ol class="items">
				{[first, ...request.messages].map(({ id, at, author, agent, body }) => (
					<li class={author}>
						<p class="meta">
							<strong>{author === 'person' ? request.name : author === 'staff' ? t.staff : t.internal}</strong>
							{agent ? ` · ${agent}` : ''}
							{author === 'note' ? ` · ${t.onlyStaff}` : ''} · <Time view={view} at={at} />
						</p>
						<p class="text">{body || <em>{t.purged}</em>}</p>
						{body && <PurgeForm view={view} request={request} id={id} />}
					</li>
				))}
			</ol>
		</section>
	);
}

function Facts({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const explorer = request.txHash && explorerUrl(request.txHash, request.chain ?? undefined);
	return (
		<dl>
			<Row label={t.state}>
				{stateName(view.locale, request.state)}
				<Priority view={view} item={request} />
			</Row>
			<Row label={t.replyBy}>{request.dueAt !== null && <Promised view={view} item={request} />}</Row>
			<Row label={t.assignee}>{request.assignee ?? t.nobody}</Row>
			<Row label={t.name}>
				{request.name && (
					<>
						{request.name}
						<PurgeForm view={view} request={request} field="name" />
					</>
				)}
			</Row>
			<Row label={t.email}>
				<a href={`mailto:${request.email}`}>{request.email}</a>
			</Row>
			<Shared view={view} item={request} />
			<RoutedBy view={view} request={request} />
			<Row label={t.chain}>{support.chains.find(({ id }) => id === request.chain)?.name ?? request.chain}</Row>
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
				{request.txHash && <PurgeForm view={view} request={request} field="txHash" />}
			</Row>
			{(['address', 'appVersion', 'device'] as const).map((field) => (
				<Row label={t[field]}>
					{request[field] && (
						<>
							{field === 'address' ? <code>{request.address}</code> : request[field]}
							<PurgeForm view={view} request={request} field={field} />
						</>
					)}
				</Row>
			))}
		</dl>
	);
}

function Rating({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const { rating, flagged } = request;
	if (!rating) return null;
	return (
		<section>
			<h2>
				{t.rating}
				{flagged && <span class="tag urgent">{t.lowRated}</span>}
			</h2>
			<dl>
				{(['speed', 'expertise', 'solution', 'tone'] as const).map((scale) => (
					<Row label={t[scale]}>{rating[scale] === null ? null : `${rating[scale]} / 5`}</Row>
				))}
				<Row label={t.note}>
					{rating.comment && (
						<>
							<span class="text">{rating.comment}</span>
							<PurgeForm view={view} request={request} field="comment" />
						</>
					)}
				</Row>
			</dl>
		</section>
	);
}

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

/** Why a form was not done. */
export type RequestTrouble = Trouble<'stale'>;

interface RequestDetailProps {
	view: View;
	request: StoredRequest;
	articles: readonly ArticleRecord[];
	audit: readonly AuditEntry[];
	messages: OwedMessage[];
	/** The newest others that name the same address. */
	earlier: RequestSummary[];
	/** Those that go on here. */
	merged: StoredRequest[];
	isBlocked: boolean;
	presence: Presence | null;
	trouble?: RequestTrouble | undefined;
	/** What was typed into the form that was not done. */
	form?: FormFields | undefined;
	/** Articles to insert, when some were looked for. */
	found?: FoundArticle[] | undefined;
	me: string;
	colleagues: string[];
}
