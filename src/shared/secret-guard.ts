import { findBytes } from '#shared/guard/bytes';
import { phraseSizes } from '#shared/guard/checksum';
import { findChinese } from '#shared/guard/chinese';
import { fold } from '#shared/guard/fold';
import { findHex } from '#shared/guard/hex';
import { findKeys } from '#shared/guard/keys';
import { findKeystores } from '#shared/guard/keystore';
import { findMonero } from '#shared/guard/monero';
import { findPhrases } from '#shared/guard/phrases';
import type { GuardOptions, SecretSpan, WordLists } from '#shared/guard/span';
import { findPieces, spansOfPieces } from '#shared/guard/split';
import { readTokens } from '#shared/guard/tokens';

export { cutSecrets } from '#shared/guard/cut';
export type { GuardOptions, SecretSpan, WordLists };

/*
 * Finds recovery phrases, private keys and keystores in text before it is sent, stored or put into a URL. Pure: the word lists
 * are passed in. About 12 kB compressed, so browsers import it with the lists, on first focus.
 */

/** No words at all: keys are still found. */
export const noLists: WordLists = { languages: {} };

/** How many characters a Chinese phrase has. */
export const chineseRuns: ReadonlySet<number> = new Set(phraseSizes);

/** All secrets of a text, in order, not overlapping. Linear in the length of the text. */
export function findSecrets(text: string, lists: WordLists, options: GuardOptions = {}): SecretSpan[] {
	const folded = fold(text);
	const tokens = readTokens(folded.text);
	const spans = [
		...findKeystores(folded.text),
		...findPhrases(folded.text, tokens, lists),
		...findMonero(folded.text, tokens),
		...findChinese(folded.text, tokens, lists),
		...findKeys(folded.text, lists, options),
		...findHex(folded.text, options),
		...findBytes(folded.text, lists),
	];
	return merge(spans).map((span) => ({
		...span,
		start: folded.startOf(span.start),
		end: folded.endOf(span.end - 1),
	}));
}

/** The first detected secret of a text, else the first suspected one, else null. */
export function findSecret(text: string, lists: WordLists, options: GuardOptions = {}): SecretSpan | null {
	const spans = findSecrets(text, lists, options);
	return spans.find(({ certainty }) => certainty === 'detected') ?? spans[0] ?? null;
}

/**
 * A secret that is whole only when several fields, or messages in their order, are read together: one span for each text that
 * holds a part of it. What one text holds by itself is not answered: `findSecrets` finds that.
 */
export function findSplitSecret(texts: readonly string[], lists: WordLists): { index: number; span: SecretSpan }[] {
	const { words, codes } = findPieces(texts, lists);
	for (const [pieces, separator] of [[words, '\n'] as const, [codes, ''] as const]) {
		const joined = pieces.map(({ index, start, end }) => texts[index]?.slice(start, end) ?? '').join(separator);
		for (const span of findSecrets(joined, lists)) {
			const parts = spansOfPieces(pieces, separator.length, span);
			if (parts.length > 0) return parts;
		}
	}
	return [];
}

/** Overlapping spans become one: of the kind of the longest, and as certain as the surest. */
function merge(spans: readonly SecretSpan[]): SecretSpan[] {
	const merged: SecretSpan[] = [];
	for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
		const last = merged.at(-1);
		if (!last || span.start >= last.end) {
			merged.push({ ...span });
			continue;
		}
		last.end = Math.max(last.end, span.end);
		if (span.certainty === 'detected') last.certainty = 'detected';
	}
	return merged;
}
