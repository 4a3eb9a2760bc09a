import { chinese } from '#config/caller-words/zh-cn';
import { english } from '#config/caller-words/en';
import type { Locale } from '#config/locales';

import { keyedBytes } from '../crypto.ts';

const lists: Record<Locale, readonly string[]> = { 'zh-cn': chinese.trim().split(/\s+/), en: english.trim().split(/\s+/) };

/**
 * The two words by which a caller proves to come from us: others for every attempt, the same whenever they are asked for. Nothing is
 * stored, so nothing is left of them in a backup, a log or an export.
 */
export async function callerWords(linkKey: string, call: ProvenCall): Promise<[string, string]> {
	const words = lists[call.locale];
	const bytes = await keyedBytes(linkKey, `words:${call.reference}.${call.attempts}.${call.callingAt}`);
	const pair = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
	const others = BigInt(words.length - 1);
	const first = Number((pair / others) % BigInt(words.length));
	const second = Number(pair % others);
	// Never the same word twice.
	return [words[first] ?? '', words[second < first ? second : second + 1] ?? ''];
}

interface ProvenCall {
	reference: string;
	locale: Locale;
	/** Which attempt this is, and when it began, in epoch milliseconds. */
	attempts: number;
	callingAt: number;
}
