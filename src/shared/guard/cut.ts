import type { SecretSpan } from '#shared/guard/span';

const number = String.raw`(?:\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,2}|first|1st)`;
/** The number or label right before a phrase that is one of its own. */
const label = new RegExp(
	String.raw`(?:^|[\s({["'“‘「『|])(?:第\s?)?(?:(?:word|seed|no)\s?#?\s?)?${number}\s?(?:个|個|位)?(?:单词|单字|词|詞|字)?["']?\s?[.:：、)）\]|-]+\s*["'“‘]?$`,
	'iu',
);
/** The same without a sign behind it, where the phrase has such numbers between all its words. */
const bareNumber = /(?:^|[\s("'])(?:\d{1,2}|[①-⑳])\s*$/;
const numberBehind = /^\s?[([（]?\d{1,2}[)\]）]?/;
const separator = /^[,，;；|]/;
const closings: Record<string, string> = Object.fromEntries(
	Array.from('""\'\'“”‘’「」『』``[]{}()（）'.matchAll(/../gu), ([pair]) => Array.from(pair)),
);

/**
 * The text without these secrets, and without the numbers, quotes and separators that were part of how they were written;
 * everything else stays as it was.
 */
export function cutSecrets(text: string, spans: readonly SecretSpan[]): string {
	let left = text;
	for (const span of [...spans].sort((one, other) => other.start - one.start)) {
		let [start, end] = takeNumber(left, span);
		// A value keeps its quotes, so that a file stays one.
		for (let close = closingOf(left, start, end); close > 0; close = closingOf(left, start, end))
			[start, end] = [start - 1, close];
		if (separator.test(left.slice(end, end + 1))) end++;
		left = join(left.slice(0, start), left.slice(end));
	}
	return left;
}

function takeNumber(text: string, { kind, start, end }: SecretSpan): [number, number] {
	if (kind !== 'phrase') return [start, end];
	const before = text.slice(Math.max(start - 32, 0), start);
	const isNumbered = (text.slice(start, end).match(/\d+|[①-⑳]/g)?.length ?? 0) >= 8;
	const found = label.exec(before) ?? (isNumbered ? bareNumber.exec(before) : null);
	if (found) {
		const isQuoted = /["'“‘]$/.test(found[0]) && /^["'”’]/.test(text.slice(end, end + 1));
		return [start - found[0].length + (/^[\s|]/.test(found[0]) ? 1 : 0), isQuoted ? end + 1 : end];
	}
	return [start, end + (isNumbered ? (numberBehind.exec(text.slice(end, end + 6))?.[0].length ?? 0) : 0)];
}

/** Where the sign ends that closes what opens right before a secret; 0 when nothing does. */
function closingOf(text: string, start: number, end: number): number {
	const closing = closings[text[start - 1] ?? ''];
	if (closing === undefined || /(?:["']:\s?|=)$/.test(text.slice(Math.max(start - 4, 0), start - 1))) return 0;
	const space = /^\s?/.exec(text.slice(end, end + 1))?.[0].length ?? 0;
	return text[end + space] === closing ? end + space + 1 : 0;
}

/** One space where a secret stood between two; none at the end. */
function join(before: string, after: string): string {
	if (after.trim() === '') return before.trimEnd();
	if (before.trim() === '') return after.trimStart();
	return /\s$/.test(before) ? before + after.replace(/^[ \t]+/, '') : before + after;
}
