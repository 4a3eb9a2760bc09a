/**
 * How the desk's search cuts texts and queries into terms; the same on both sides, or nothing would be found.
 *
 * Chinese, Japanese and Korean runs become overlapping pairs of characters, and their last character once more by itself, so that
 * even a single character is the beginning of a term wherever it stands. Everything else becomes words.
 */

/** Terms that one text may bring: what is longer is found by its beginning. */
const termsPerText = 600;
const wordLength = 40;
const groupsPerQuery = 8;

const paired = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const runPattern = new RegExp(`[${paired}]+|(?:(?![${paired}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const pairedPattern = new RegExp(`^[${paired}]`, 'u');
/** Bounded, or a long text without spaces would be looked through from each of its characters. */
const emailPattern = /[^\s<>(),:;"'，。；@]{1,64}@[\w.-]{1,190}\w/gu;

/** Terms of the texts of one request or message, each once. */
export function termsOf(texts: readonly (string | null | undefined)[]): string[] {
	const terms = texts.flatMap((text) => (text ? [...new Set(termsOfText(fold(text)))].slice(0, termsPerText) : []));
	return [...new Set(terms)];
}

/** What a query asks for: every one of its terms, a word or a single character by how it begins. */
export function parseTerms(query: string): SearchedTerm[] {
	const folded = fold(query);
	const emails = [...folded.matchAll(emailPattern)].map(([email]) => ({ term: email, isPrefix: false }));
	const searched = runsOf(folded.replace(emailPattern, ' ')).flatMap((run): SearchedTerm[] => {
		const isPaired = pairedPattern.test(run);
		const pairs = isPaired ? pairsOf(run) : [];
		if (pairs.length > 0) return pairs.map((term) => ({ term, isPrefix: false }));
		return isPaired || run.length > 1 ? [{ term: isPaired ? run : toWord(run), isPrefix: true }] : [];
	});
	const all = [...emails, ...searched];
	return all.filter(({ term }, index) => all.findIndex((other) => other.term === term) === index).slice(0, groupsPerQuery);
}

function termsOfText(folded: string): string[] {
	const emails = [...folded.matchAll(emailPattern)].map(([email]) => email);
	const words = runsOf(folded).flatMap((run) => {
		if (pairedPattern.test(run)) return [...pairsOf(run), Array.from(run).at(-1) ?? ''];
		return run.length > 1 ? [toWord(run)] : [];
	});
	return [...emails, ...words];
}

/** One form for full-width and half-width, capital and small, composed and decomposed letters. */
function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

function runsOf(folded: string): string[] {
	return folded.match(runPattern) ?? [];
}

/** None of a single character. */
function pairsOf(run: string): string[] {
	const characters = Array.from(run);
	return characters.slice(1).map((character, index) => characters[index] + character);
}

/** Hashes and addresses are found with and without `0x`; nobody types more of them than this. */
function toWord(run: string): string {
	return run.replace(/^0x(?=[\da-f]{4})/, '').slice(0, wordLength);
}

export interface SearchedTerm {
	term: string;
	/** Whether what it begins counts as well. */
	isPrefix: boolean;
}
