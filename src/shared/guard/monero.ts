import { isMonero } from '#shared/guard/checksum';
import { withoutLabels } from '#shared/guard/slots';
import type { SecretSpan } from '#shared/guard/span';
import type { Token } from '#shared/guard/tokens';

/** 24 words and the one among them that their check names. */
const size = 25;
/** Hardly any word comes twice in a seed; a hundred times the same word has a check that fits. */
const fewestDifferent = 21;
/** All words of Monero's English list have four letters or more; prose hardly ever goes on so long without a shorter one. */
const word = /^[a-z]{4,12}$/;

/** English seeds of Monero in a folded text. Their check needs the words alone, not the list. */
export function findMonero(text: string, tokens: readonly Token[]): SecretSpan[] {
	const spans: SecretSpan[] = [];
	let run: Token[] = [];
	for (const token of withoutLabels(text, tokens)) {
		if (!word.test(token.word)) run = [];
		else run = [...(token.isFar ? [] : run.slice(1 - size)), token];
		if (run.length < size || !isSeed(run.map((one) => one.word))) continue;
		spans.push({ kind: 'phrase', certainty: 'detected', start: run[0]?.start ?? 0, end: token.end });
		run = [];
	}
	return spans;
}

function isSeed(words: readonly string[]): boolean {
	return isMonero(words) && new Set(words).size >= fewestDifferent;
}
