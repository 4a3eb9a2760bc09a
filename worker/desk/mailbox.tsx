import type { StoredMail } from '../db/mailbox.ts';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { mailboxPath } from './outbox.tsx';
import { outboxWords } from './outbox-words.ts';

/** Mails of a developer's machine, newest first. */
export function Mailbox({ view, mails }: { view: View; mails: StoredMail[] }) {
	const t = outboxWords[view.locale];
	return (
		<Layout view={view} tab="outbox">
			<h1>{t.mailbox}</h1>
			<p class="hint">{t.mailboxHint}</p>
			{mails.length === 0 && <p>{t.emptyBox}</p>}
			<ol class="items">
				{mails.map((mail) => (
					<li>
						<h2>{mail.subject}</h2>
						<p class="meta">
							{mail.to} · <Time view={view} at={mail.receivedAt} /> ·{' '}
							<a href={link(view, `${mailboxPath}html`, { key: mail.key })}>{t.showHtml}</a>
						</p>
						<p class="text">
							{mail.text.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}
						</p>
					</li>
				))}
			</ol>
		</Layout>
	);
}
