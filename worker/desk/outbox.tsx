import type { OutboxLists, OwedMessage } from '../db/outbox.ts';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { ReferenceLink } from './references.tsx';
import { outboxWords } from './outbox-words.ts';

export const outboxPath = '/desk/outbox/';
export const mailboxPath = '/desk/mailbox/';

/** What failed first, then what waits and what may have been sent twice, last what was sent. */
export function OutboxPage({ view, lists, hasSender, isLate, hasMailbox }: OutboxPageProps) {
	const t = outboxWords[view.locale];
	return (
		<Layout view={view} tab="outbox">
			<h1>{t.title}</h1>
			<p class="hint">
				{t.hint} {hasMailbox && <a href={link(view, mailboxPath)}>{t.mailbox}</a>}
			</p>
			{!hasSender && (
				<p class="wrong" role="alert">
					{t.noSender}
				</p>
			)}
			{isLate && (
				<p class="wrong" role="alert">
					{t.late}
				</p>
			)}
			<Section view={view} id="dead" messages={lists.dead} />
			{lists.bounced.length > 0 && <Section view={view} id="bounced" hint={t.bouncedHint} messages={lists.bounced} />}
			<Section view={view} id="due" messages={lists.due} />
			{lists.twice.length > 0 && <Section view={view} id="twice" hint={t.twiceHint} messages={lists.twice} />}
			<Section view={view} id="sent" messages={lists.sent} />
		</Layout>
	);
}

/** Messages about one request, for its page. */
export function MessagesOf({ view, messages, isVerified }: { view: View; messages: OwedMessage[]; isVerified: boolean }) {
	const t = outboxWords[view.locale];
	return (
		<section>
			<h2>{t.messages}</h2>
			<p class="hint">{isVerified ? t.verified : t.unverified}</p>
			<ul>
				{messages.map((message) => (
					<li>
						<Line view={view} message={message} />
						{message.state === 'dead' && <Settle view={view} message={message} back={view.path} />}
					</li>
				))}
			</ul>
		</section>
	);
}

function Section({ view, id, hint, messages }: SectionProps) {
	const t = outboxWords[view.locale];
	return (
		<section>
			<h2>{t[id]}</h2>
			{hint && <p class="hint">{hint}</p>}
			{messages.length === 0 && <p class="hint">{t.none}</p>}
			<ul class="items">
				{messages.map((message) => (
					<li id={`message-${message.id}`}>
						<p>
							{message.reference && <ReferenceLink view={view} reference={message.reference} />}{' '}
							<Line view={view} message={message} />
						</p>
						{message.state === 'dead' && <Settle view={view} message={message} back={outboxPath} />}
					</li>
				))}
			</ul>
		</section>
	);
}

/** One message: what it is, how it goes out, how far it got and why no further. */
function Line({ view, message }: { view: View; message: OwedMessage }) {
	const t = outboxWords[view.locale];
	const { kind, channel, state, attempts, failure, bounce, isUnsure, isDismissed, sentAt, dueAt, createdAt } = message;
	return (
		<>
			{t[kind]} ({channel === 'mail' ? t.mail : channel})
			<span class={state === 'dead' && !isDismissed ? 'tag urgent' : 'tag'}>{t[state]}</span>
			{isDismissed && <span class="tag">{t.dismissed}</span>}
			{bounce && (
				<span class="tag urgent">
					{t.bounced} {bounce}
				</span>
			)}
			{isUnsure && <span class="tag held">{t.unsure}</span>} <Time view={view} at={sentAt ?? createdAt} />
			{attempts > 1 && ` · ${t.attempts.replace('{count}', String(attempts))}`}
			{failure && (
				<>
					{' '}
					· <code>{failure}</code>
				</>
			)}
			{state === 'due' && attempts > 0 && (
				<>
					{' '}
					· {t.dueAt} <Time view={view} at={dueAt} />
				</>
			)}
		</>
	);
}

/** A message that was given up can be sent again, unless it is about nobody, and set aside once. */
function Settle({ view, message, back }: { view: View; message: OwedMessage; back: string }) {
	const t = outboxWords[view.locale];
	const named = `${t[message.kind]} ${message.reference ?? ''}`;
	return (
		<form method="post" action={link(view, outboxPath)}>
			<input type="hidden" name="message" value={String(message.id)} />
			<input type="hidden" name="back" value={back} />
			{message.reference && (
				<button type="submit" name="action" value="again" aria-label={`${t.sendAgain}: ${named}`}>
					{t.sendAgain}
				</button>
			)}
			{!message.isDismissed && (
				<button type="submit" name="action" value="dismiss" aria-label={`${t.dismiss}: ${named}`}>
					{t.dismiss}
				</button>
			)}
		</form>
	);
}

interface OutboxPageProps {
	view: View;
	lists: OutboxLists;
	/** Whether mail can be sent at all. */
	hasSender: boolean;
	isLate: boolean;
	/** Whether mails land in the local mailbox. */
	hasMailbox: boolean;
}

interface SectionProps {
	view: View;
	id: keyof OutboxLists;
	hint?: string;
	messages: OwedMessage[];
}
