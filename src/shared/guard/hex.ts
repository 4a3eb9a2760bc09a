import { meaningOf, type Meaning } from '#shared/guard/context';
import type { GuardOptions, SecretSpan } from '#shared/guard/span';

const digits = 64;
const pattern = /0x[\da-f]+(?![\dA-Za-z])|[\dA-Za-z]+/gi;
const isHex = /^(?:0x)?[\da-f]+$/i;
const between = /^(?:\s{1,3}|[:-]|["']?,\s?["']?)$/;
const newLine = /^[ \t]*\r?\n[ \t]*$/;

/**
 * 64 hex digits, in one piece, in groups or over two lines. They are a private key as well as the hash of a transaction, so
 * the words around them decide; where these say nothing they are suspected.
 */
export function findHex(text: string, { field }: GuardOptions): SecretSpan[] {
	const spans: SecretSpan[] = [];
	let before: { end: number; meaning: Meaning } | undefined;
	for (const { start, end } of readNumbers(text)) {
		// In a list of hashes only the first has words before it.
		const isListed = before !== undefined && !/[\p{L}\d]/u.test(text.slice(before.end, start)) && start - before.end < 40;
		const meaning: Meaning = isAddress(text, start, field) ? 'harmless' : meaningOf(text, start, end);
		const own = isListed && before && (meaning === 'unknown' || meaning === 'unclear') ? before.meaning : meaning;
		before = { end, meaning: own };
		if (own === 'harmless' || (field === 'txHash' && own !== 'key')) continue;
		spans.push({ kind: 'key', certainty: own === 'key' ? 'detected' : 'suspected', start, end });
	}
	return spans;
}

/** A raw address of TON is a number, a colon and 64 digits; one of Sui or Aptos in its own field is 0x and 64 digits. */
function isAddress(text: string, start: number, field: GuardOptions['field']): boolean {
	if (/(?:^|[^\d:])-?[01]:$/.test(text.slice(Math.max(start - 4, 0), start))) return true;
	return field === 'address' && /^0x/i.test(text.slice(start, start + 2));
}

function readNumbers(text: string): { start: number; end: number }[] {
	const pieces = [...text.matchAll(pattern)].map(({ 0: piece, index }) => ({
		start: index,
		end: index + piece.length,
		isHex: isHex.test(piece),
		length: piece.length - (/^0x/i.test(piece) ? 2 : 0),
	}));
	const found: { start: number; end: number }[] = [];
	for (let index = 0; index < pieces.length;) {
		const piece = pieces[index];
		let next = index + 1;
		if (piece?.isHex && piece.length === digits) found.push({ start: piece.start, end: piece.end });
		else if (piece?.isHex && piece.length > 1) {
			next = endOfGroup(text, pieces, index);
			const group = pieces.slice(index, next);
			const last = group.at(-1);
			if (last && isNumber(text, group)) found.push({ start: piece.start, end: last.end });
		}
		index = next;
	}
	return found;
}

function endOfGroup(text: string, pieces: readonly Piece[], start: number): number {
	const first = pieces[start];
	let end = start + 1;
	for (; end < pieces.length; end++) {
		const [last, piece] = [pieces[end - 1], pieces[end]];
		const gap = text.slice(last?.end, piece?.start);
		if (!piece?.isHex || !between.test(gap)) break;
		if (piece.length !== first?.length && !(newLine.test(gap) && piece.length >= 8 && (first?.length ?? 0) >= 8)) break;
	}
	return end;
}

/** Not part of a longer dump, and not only decimal digits. Broken over lines, it starts with 0x or is all there is. */
function isNumber(text: string, group: readonly Piece[]): boolean {
	const [first, last] = [group[0], group.at(-1)];
	if (!first || !last || group.length < 2 || group.reduce((sum, { length }) => sum + length, 0) !== digits) return false;
	const whole = text.slice(first.start, last.end);
	if (!/[a-f]/i.test(whole.replaceAll(/0x/gi, ''))) return false;
	if (first.length < 16 || !newLine.test(text.slice(first.end, group[1]?.start))) return true;
	const isAll = text.slice(0, first.start).trim() === '' && text.slice(last.end).trim() === '';
	return isAll || /^0x/i.test(whole) || meaningOf(text, first.start, last.end) === 'key';
}

interface Piece {
	start: number;
	end: number;
	/** Digits, 0x not counted. */
	length: number;
	isHex: boolean;
}
