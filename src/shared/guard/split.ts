import { fold } from '#shared/guard/fold';
import { lexiconOf } from '#shared/guard/lexicon';
import type { SecretSpan, WordLists } from '#shared/guard/span';
import { readTokens } from '#shared/guard/tokens';

/** A field with fewer words of a phrase than this is read only when it holds nothing else. */
const fewestWords = 3;
const longestBare = 100;

/** For each text the part that could go on in another one: a run of list words, lone characters, a bare string of a key. */
export function findPieces(texts: readonly string[], lists: WordLists): { words: Piece[]; codes: Piece[] } {
	const words: Piece[] = [];
	const codes: Piece[] = [];
	texts.forEach((text, index) => {
		const bare = text.trim();
		if (bare.length <= longestBare && /^(?:0x)?[\dA-Za-z]+$/.test(bare) && /\d|^[A-Z]+$/.test(bare))
			codes.push({ index, start: text.indexOf(bare), end: text.indexOf(bare) + bare.length });
		const range = longestRun(text, lists);
		if (range) words.push({ index, ...range });
	});
	return { words, codes };
}

function longestRun(text: string, lists: WordLists): { start: number; end: number } | undefined {
	const folded = fold(text);
	const tokens = readTokens(folded.text);
	const { alphabetic, chinese } = lexiconOf(lists);
	const isChinese = (word: string) =>
		word.length <= 12 && Array.from(word).every((one) => chinese.some(({ places }) => places.has(one)));
	let best = { first: 0, count: 0 };
	for (const isMember of [
		...alphabetic.map(
			({ places }) =>
				(word: string) =>
					places.has(word),
		),
		...(chinese.length > 0 ? [isChinese] : []),
	]) {
		let count = 0;
		tokens.forEach(({ word }, index) => {
			count = isMember(word) ? count + 1 : 0;
			if (count > best.count) best = { first: index - count + 1, count };
		});
	}
	const [first, last] = [tokens[best.first], tokens[best.first + best.count - 1]];
	if (!first || !last || (best.count < fewestWords && best.count < tokens.length)) return undefined;
	return { start: folded.startOf(first.start), end: folded.endOf(last.end - 1) };
}

/** The span of each piece that a secret of the joined pieces reaches into; nothing for a secret within one piece. */
export function spansOfPieces(
	pieces: readonly Piece[],
	separator: number,
	span: SecretSpan,
): { index: number; span: SecretSpan }[] {
	let offset = 0;
	const parts = pieces.flatMap(({ index, start, end }) => {
		const from = Math.max(span.start - offset, 0);
		const to = Math.min(span.end - offset, end - start);
		offset += end - start + separator;
		return from < to ? [{ index, span: { ...span, start: start + from, end: start + to } }] : [];
	});
	return parts.length > 1 ? parts : [];
}

/** A range of one of several texts. */
interface Piece {
	index: number;
	start: number;
	end: number;
}
