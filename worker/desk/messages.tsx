import * as z from 'zod';

import { fromForm, readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { dismiss, sendAgain } from '../db/dead-messages.ts';
import { findMail, listMails } from '../db/mailbox.ts';
import { findMessage, listOutbox } from '../db/outbox.ts';
import { parseInput } from '../input/input.ts';
import { openSender } from '../mail/sender.ts';
import { nudge } from '../requests/messages.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { pageSize } from './cursor.ts';
import { link } from './layout.tsx';
import { localOnly } from './local-login.ts';
import { Mailbox } from './mailbox.tsx';
import { mailboxPath, OutboxPage, outboxPath } from './outbox.tsx';
import { missing, send, viewOf } from './page.tsx';

/** A minute for the cron, a few for a slow provider. */
const lateMs = 300_000;
const DeadSchema = z.object({
	action: z.enum(['again', 'dismiss']),
	message: z.coerce.number().int().positive(),
	back: z.string().regex(/^\/desk\/(outbox\/|requests\/R-[\dA-Z]{5}-[\dA-Z]{5}|callbacks\/C-[\dA-Z]{5}-[\dA-Z]{5})$/),
});

/** What is owed, failed and was sent; locally also the mailbox. */
export function addMessages(desk: App): void {
	desk.get('/outbox', (c) => c.redirect(outboxPath, 308));
	desk.get('/outbox/', (c) => outboxPage(c));
	desk.post('/outbox/', (c) => settle(c));
	desk.use('/mailbox/*', localOnly());
	desk.get('/mailbox', localOnly(), (c) => c.redirect(mailboxPath, 308));
	desk.get('/mailbox/', async (c) => send(c, <Mailbox view={viewOf(c)} mails={await listMails(c.env.DB, pageSize)} />));
	desk.get('/mailbox/html', (c) => mailAsHtml(c));
}

async function outboxPage(c: AppContext): Promise<Response> {
	const { settings } = c.var;
	const lists = await listOutbox(c.env.DB, pageSize);
	const sender = openSender(c.env, settings, (url, init) => fetch(url, init));
	const oldest = Math.min(...lists.due.map(({ dueAt, createdAt, attempts }) => (attempts === 0 ? createdAt : dueAt)));
	const page = {
		view: viewOf(c),
		lists,
		hasSender: sender !== null,
		isLate: oldest < now(settings) - lateMs,
		hasMailbox: settings.ENVIRONMENT === 'local',
	};
	return send(c, <OutboxPage {...page} />);
}

/** What was given up is sent again, or set aside. */
async function settle(c: AppContext): Promise<Response> {
	const { action, message, back } = parseInput(DeadSchema, fromForm(await readForm(c)));
	const found = await findMessage(c.env.DB, message);
	const entry = { at: now(c.var.settings), actor: staffOf(c), subject: found?.reference ?? found?.about ?? found?.kind ?? '' };
	if (found && action === 'dismiss') await dismiss(c.env.DB, message, { ...entry, action: 'dismissed' });
	// An alert from another day is no news.
	if (found?.reference && action === 'again' && (await sendAgain(c.env.DB, message, { ...entry, action: 'resent' }))) nudge(c);
	return c.redirect(link(viewOf(c), back), 303);
}

/** In a world of its own: nothing in a mail may act as the desk. */
async function mailAsHtml(c: AppContext): Promise<Response> {
	const mail = await findMail(c.env.DB, c.req.query('key') ?? '');
	if (!mail) return missing(c);
	c.header(
		'Content-Security-Policy',
		`default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox`,
	);
	return c.html(mail.html);
}
