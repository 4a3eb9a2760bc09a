import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';
import { findBlocked, type BlockedSender } from '../db/blocked-senders.ts';

/** What an address is blocked by: a list of addresses would be a list of people. */
export function senderId(c: AppContext, email: string): Promise<string> {
	return keyedHash(c.var.settings.LINK_KEY, `sender:${email.trim().toLowerCase()}`);
}

/** Whether and since when the address is blocked. */
export async function blockOf(c: AppContext, email: string): Promise<BlockedSender | null> {
	return findBlocked(c.env.DB, await senderId(c, email));
}
