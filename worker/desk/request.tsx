import type { ArticleRecord } from '#shared/articles';

import type { FormFields } from '../input/body.ts';
import type { AuditEntry } from '../db/audit.ts';
import type { OwedMessage } from '../db/outbox.ts';
import type { Presence } from '../db/presence.ts';
import type { RequestSummary, StoredRequest } from '../db/requests.ts';
import type { FoundArticle } from './compose.tsx';
import { Audit, Heading, Rating, Timeline } from './details.tsx';
import { Earlier } from './earlier.tsx';
import { EraseLink } from './erase.tsx';
import { FilesOf } from './files.tsx';
import { Layout, type View } from './layout.tsx';
import { ArticleLink, Time } from './lists.tsx';
import { MessagesOf } from './outbox.tsx';
import { PresenceNote } from './presence.tsx';
import { PurgeForm } from './purge-form.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestForms } from './request-forms.tsx';
import { MergedHere, MergedNote } from './sorting-forms.tsx';
import { TroubleNotice, type Trouble } from './trouble.tsx';
import { words } from './words.ts';

/** Everything about one request, and everything that can be done about it. */
export function RequestDetail(props: RequestDetailProps) {
	const { view, request, articles, audit, messages, earlier, merged, presence, trouble } = props;
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
			{trouble && <TroubleNotice view={view} trouble={trouble} own={{ stale: t.stale }} />}
			<div class="columns">
				<div>
					<Conversation view={view} request={request} />
					<MergedHere view={view} requests={merged} />
					<FilesOf view={view} request={request} />
					<RequestForms {...props} />
				</div>
				<div>
					<RequestFacts view={view} request={request} />
					<Rating view={view} rating={request.rating} isLow={request.flagged}>
						<PurgeForm view={view} request={request} field="comment" />
					</Rating>
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
