const opening = /[（“‘《「【([]$/;
/** What may not begin a line: closing punctuation, and the particles that belong to the word before them. */
const closing = /^[，。、；：？！）”’》」】…—·%,.;:?!)\]的了吗呢吧着过们]/;
const pause = /[，。；：？！,;:?!.](?:[”’）)])?$/;
const cjk = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
/** English words, besides which any Chinese one of a single character, that look lost at the end of a line. */
const leaning = /^(?:a|an|the|to|of|or|and|in|on|for|my|your|is|are|I|it|who|what|how)$/i;

/**
 * Breaks a text into few lines, as even as its words allow; undefined where more than `maxLines` would be needed. Breaks rather
 * after a pause than elsewhere, even if that takes one more line; never inside a word, never before closing punctuation.
 */
export function breakLines(text: string, options: LineOptions): Setting | undefined {
	const words = toWords(text, options.lang).map((word) => ({ word, ...measureWord(word, options.measure) }));
	const costs = breakCosts(words.map(({ word }) => word));
	const settings = Array.from({ length: options.maxLines }, (_, index) => setLines(words, costs, index + 1, options.maxWidth));
	return settings.filter((setting) => setting !== undefined).toSorted((a, b) => a.cost - b.cost)[0];
}

/** The parts between which a line may end, white space at their ends kept. */
export function toWords(text: string, lang: string): string[] {
	const words: string[] = [];
	for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.trim())) {
		const previous = words.at(-1);
		const isGlued = previous !== undefined && isInseparable(previous, segment);
		if (isGlued) words[words.length - 1] = previous + segment;
		else words.push(segment);
	}
	return words;
}

function isInseparable(previous: string, next: string): boolean {
	if (/^\s/.test(next) || closing.test(next) || opening.test(previous)) return true;
	return !/\s$/.test(previous) && !cjk.test(previous.at(-1) ?? '') && !cjk.test(next[0] ?? '') && !opening.test(next);
}

function measureWord(word: string, measure: (text: string) => number): { full: number; trimmed: number } {
	return { full: measure(word), trimmed: measure(word.trimEnd()) };
}

/** The cheapest way to set words in exactly `count` lines; `costs[n]` is that of a break before word `n`. */
function setLines(words: readonly Word[], costs: readonly number[], count: number, maxWidth: number): Setting | undefined {
	const even = words.reduce((sum, { full }) => sum + full, 0) / count;
	const known = new Map<number, Setting | undefined>();
	const from = (start: number, left: number): Setting | undefined => {
		const key = start * count + left;
		if (!known.has(key)) known.set(key, search(start, left));
		return known.get(key);
	};
	const search = (start: number, left: number): Setting | undefined => {
		let best: Setting | undefined;
		let before = 0;
		for (let end = start + 1; end <= words.length - left + 1; end++) {
			const last = words[end - 1];
			const width = before + (last?.trimmed ?? 0);
			before += last?.full ?? 0;
			if (width > maxWidth) break;
			if (left === 1 && end < words.length) continue;
			const rest = left === 1 ? { cost: (count - 1) * 0.06, lines: [] } : from(end, left - 1);
			const cost = unevenness(width / even, left === 1) + (costs[end] ?? 0) + (rest?.cost ?? Infinity);
			if (!rest || cost >= (best?.cost ?? Infinity)) continue;
			const line = words.slice(start, end).map(({ word }) => word);
			best = { cost, lines: [line.join('').trim(), ...rest.lines] };
		}
		return best;
	};
	return from(0, count);
}

/** A last line may be shorter than the others, unless hardly anything is left for it. */
function unevenness(ratio: number, isLast: boolean): number {
	if (isLast && ratio < 0.35) return 1;
	return (isLast && ratio < 1 ? 0.5 : 1) * (1 - ratio) ** 2;
}

/** What a break before each word costs, on the scale of `unevenness`. */
function breakCosts(words: readonly string[]): number[] {
	const isChinese = cjk.test(words.join(''));
	let depth = 0;
	return words.map((word, index) => {
		const before = words[index - 1]?.trim() ?? '';
		depth += (before.match(/[“（(]/g)?.length ?? 0) - (before.match(/[”）)]/g)?.length ?? 0);
		if (pause.test(before)) return 0;
		const isStranded = /[，。、；：？！,;:?!.]$/.test(words[index - 2]?.trim() ?? '');
		return (depth > 0 ? 0.3 : 0) + (isStranded ? 0.25 : 0) + wordCost(before, word, isChinese);
	});
}

function wordCost(before: string, after: string, isChinese: boolean): number {
	if (!isChinese) return leaning.test(before) ? 0.12 : 0.04;
	if (before.endsWith('、')) return 0.1;
	if (/^\p{Script=Han}$/u.test(before)) return 0.55;
	const isLatin = !cjk.test(before.at(-1) ?? '') && !cjk.test(after[0] ?? '');
	return isLatin ? 0.6 : 0.35;
}

interface Word {
	word: string;
	full: number;
	/** Width at the end of a line. */
	trimmed: number;
}

interface Setting {
	/** How far from ideal: 0 is one line, 1 hardly bearable. */
	cost: number;
	lines: string[];
}

interface LineOptions {
	/** BCP 47 */
	lang: string;
	/** Width of a text in the unit of `maxWidth`. */
	measure: (text: string) => number;
	maxWidth: number;
	maxLines: number;
}
