import { markBounced } from '../db/outbox.ts';
import { logBounce } from '../log.ts';
import { readBounceTag } from '../mail/bounce-tag.ts';
import { readDeliveryReport } from '../mail/delivery-report.ts';
import { now, readSettings } from '../settings.ts';

/**
 * Takes a mail that came to the sender's address. Only one thing is made of it: a report that a mail of ours could not be
 * delivered marks that mail. Whatever else comes is forgotten, answered by nobody and logged as a word.
 */
export async function receiveMail(mail: Pick<ForwardableEmailMessage, 'raw' | 'rawSize'>, env: Env): Promise<void> {
	const settings = readSettings(env);
	const report = await readDeliveryReport(mail.raw, mail.rawSize).catch(() => null);
	const key = report && (await readBounceTag(settings.LINK_KEY, report.tag));
	if (!report || !key) return logBounce('IGNORED');
	// A database that does not answer makes the sending server try again later.
	const isMarked = await markBounced(env.DB, key, { code: report.code, at: now(settings) });
	logBounce(isMarked ? 'MARKED' : 'IGNORED', report.code);
}
