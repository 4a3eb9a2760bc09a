import { meaningOf } from '#shared/guard/context';
import { isKeyPair } from '#shared/guard/key';
import type { SecretSpan, WordLists } from '#shared/guard/span';

const between = /^\s{0,8},?\s{0,8}$/;

/** Private keys as lists of 64 or 32 numbers up to 255, as Solana's tools write them. */
export function findBytes(text: string, lists: WordLists): SecretSpan[] {
	const numbers = [...text.matchAll(/\d+/g)].map(({ 0: number, index }) => ({
		value: number,
		start: index,
		end: index + number.length,
	}));
	const spans: SecretSpan[] = [];
	for (let start = 0; start < numbers.length;) {
		let end = start;
		while (end < numbers.length && isByte(numbers[end]?.value) && (end === start || isNext(text, numbers[end - 1], numbers[end])))
			end++;
		const span = end - start === 64 || end - start === 32 ? judge(text, numbers.slice(start, end), lists) : undefined;
		if (span) spans.push(span);
		start = Math.max(end, start + 1);
	}
	return spans;
}

function judge(text: string, numbers: readonly Numeral[], lists: WordLists): SecretSpan | undefined {
	const [start, end] = [numbers[0]?.start ?? 0, numbers.at(-1)?.end ?? 0];
	const isBracketed =
		/\[\s{0,8}$/.test(text.slice(Math.max(start - 9, 0), start)) && /^\s{0,8},?\s{0,8}\]/.test(text.slice(end, end + 18));
	const bytes = Uint8Array.from(numbers, ({ value }) => Number(value));
	const isPair = bytes.length === 64 && isKeyPair(bytes, lists);
	const meaning = isPair ? 'key' : meaningOf(text, start, end);
	// Most numbers of a key are above 99; without brackets, so many small ones are rather a table.
	if (
		meaning === 'harmless' ||
		(!isBracketed && meaning !== 'key') ||
		bytes.filter((byte) => byte > 31).length < bytes.length / 2
	)
		return undefined;
	const isSure = meaning === 'key' || (bytes.length === 64 && isPair === undefined);
	const from = isBracketed ? text.lastIndexOf('[', start) : start;
	return {
		kind: 'key',
		certainty: isSure ? 'detected' : 'suspected',
		start: from,
		end: isBracketed ? text.indexOf(']', end) + 1 : end,
	};
}

function isByte(value = ''): boolean {
	return value.length < 4 && Number(value) < 256;
}

function isNext(text: string, before: Numeral | undefined, numeral: Numeral | undefined): boolean {
	return (
		before !== undefined &&
		numeral !== undefined &&
		between.test(text.slice(before.end, numeral.start)) &&
		numeral.start > before.end
	);
}

interface Numeral {
	value: string;
	start: number;
	end: number;
}
