import { isNamedKey, meaningOf, type Meaning } from '#shared/guard/context';
import { bytesOfPair, isKeyPair, judgeCode } from '#shared/guard/key';
import type { GuardOptions, SecretSpan, WordLists } from '#shared/guard/span';

/** A key broken over lines has so many parts at most, none of them short. */
const mostParts = 4;
const shortestPart = 6;
const longestCode = 132;
const split = /^(?:[ \t]*\r?\n\s{0,8}|[ \t]{1,4}|["'\s]{0,4}\+["'\s]{0,4}|-)$/;
const keyStart = /^(?:[5KL]|[xyztuv]prv|suiprivkey1|S[A-Z2-7])/;
/** A private key in any other notation, when words right before it say that it is one. */
const namedKey = /^(?:[1-9A-HJ-NP-Za-km-z]{43,44}|[A-Za-z\d+/]{43}=?|[A-Za-z\d+/]{86}={0,2})$/;

/** Private keys of every notation but plain hex and lists of bytes, in a folded text. */
export function findKeys(text: string, lists: WordLists, options: GuardOptions): SecretSpan[] {
	const codes = [...text.matchAll(/[\dA-Za-z]+/g)].map(({ 0: code, index }) => ({
		code,
		start: index,
		end: index + code.length,
	}));
	return [
		...findPem(text),
		...codes.flatMap((code, index) => judge(text, code, codes.slice(index, index + mostParts), lists, options)),
	];
}

function judge(
	text: string,
	{ code, start, end }: Code,
	parts: readonly Code[],
	lists: WordLists,
	options: GuardOptions,
): SecretSpan[] {
	const notation = namedNotation(text, start);
	if (notation) return toSpan(notation.from, notation.to, 'detected');
	if (code.length < shortestPart || code.length > longestCode) return [];
	const shape = judgeCode(code);
	if (shape) return toSpan(start, end, shape === 'whole' ? 'detected' : 'suspected');
	const bytes = bytesOfPair(code);
	if (bytes) return judgePair(bytes, text, start, end, lists, options);
	return joinParts(text, parts, lists);
}

function judgePair(
	bytes: Uint8Array,
	text: string,
	start: number,
	end: number,
	lists: WordLists,
	{ field }: GuardOptions,
): SecretSpan[] {
	const isPair = isKeyPair(bytes, lists);
	if (isPair) return toSpan(start, end, 'detected');
	const meaning: Meaning = meaningOf(text, start, end);
	if (meaning === 'key') return toSpan(start, end, isPair === false ? 'suspected' : 'detected');
	const isSilent = isPair === false || meaning === 'harmless' || field !== undefined || end - start === 128;
	return isSilent ? [] : toSpan(start, end, 'suspected');
}

function namedNotation(text: string, start: number): { from: number; to: number } | undefined {
	if (/\w/.test(text[start - 1] ?? '')) return undefined;
	const from = start - (/[+/]*$/.exec(text.slice(Math.max(start - 3, 0), start))?.[0].length ?? 0);
	const whole = /^[\w+/]*=?/.exec(text.slice(from, from + 90))?.[0] ?? '';
	return namedKey.test(whole) && /[A-Z]/.test(whole) && /\d/.test(whole) && isNamedKey(text, from)
		? { from, to: from + whole.length }
		: undefined;
}

function joinParts(text: string, parts: readonly Code[], lists: WordLists): SecretSpan[] {
	const [first] = parts;
	if (!first || (!keyStart.test(first.code) && first.code.length < 24)) return [];
	let joined = first.code;
	let end = first.end;
	for (const part of parts.slice(1)) {
		if (!split.test(text.slice(end, part.start)) || part.code.length < shortestPart) break;
		joined += part.code;
		end = part.end;
		if (joined.length > longestCode) break;
		const bytes = bytesOfPair(joined);
		if (judgeCode(joined) === 'whole' || (bytes && isKeyPair(bytes, lists))) return toSpan(first.start, end, 'detected');
	}
	return [];
}

function findPem(text: string): SecretSpan[] {
	return [...text.matchAll(/-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g)].flatMap(({ 0: head, index }) => {
		const body = /^[\s\\nr]*(?:[A-Za-z-]{2,20}: [^\n]{0,80}\n)*[A-Za-z\d+/=\s\\]{16,}(?:-----END [A-Z ]{0,40}-----)?/.exec(
			text.slice(index + head.length, index + head.length + 6000),
		);
		return body ? toSpan(index, index + head.length + body[0].trimEnd().length, 'detected') : [];
	});
}

function toSpan(start: number, end: number, certainty: SecretSpan['certainty']): SecretSpan[] {
	return [{ kind: 'key', certainty, start, end }];
}

interface Code {
	code: string;
	start: number;
	end: number;
}
