const common = ['a', 'A', '0', ' ', '\t', '\n', '.', '-', '_', '/', ':', ',', '@', '(', ')', '"', '字', '\u200b', '\0', '!'];
const endings = ['\0', 'a\n', ''];
/** A short text finds what is exponential before a long one would take for ever; the longest, what is quadratic. */
const sizes = [25, 416, 6656];
/** A quadratic pattern needs more than this for the second size, in milliseconds; no need to try the longest on any other. */
const hardlyMs = 0.04;
/** A linear pattern needs less than this for any of them. */
const patienceMs = 15;
/** What is measured beside a pattern that needs more: the least that a quadratic one takes for the longest, under the same load. */
const quadratic = { regex: /\S*$/, text: `${'a'.repeat(6656)} ` };

/** Texts that make a pattern try again and again: a beginning that matches, something to repeat, and an end that does not. */
export function attacks(regex: RegExp): { prefix: string; pump: string }[] {
	const own = [...new Set(regex.source.replace(/\\[dwsWSDbB]|\\p\{[^}]*\}/gi, ''))].filter(
		(character) => !/[\\^$?*+|[\]{}()]/.test(character),
	);
	const characters = [...new Set([...common, ...own.slice(0, 12)])];
	const pairs = own.slice(0, 5).flatMap((first) => ['a', '0', ' ', '.'].map((second) => second + first));
	const pumps = [...characters, ...pairs, 'a.', 'a ', '0 ', 'a,'];
	return ['', 'a', ...beginnings(regex)].flatMap((prefix) => pumps.map((pump) => ({ prefix, pump })));
}

/** An attack that the pattern is slow for, in texts of at most so many characters, or null. */
export function findAttack(regex: RegExp, most: number): string | null {
	for (const { prefix, pump } of attacks(regex)) {
		for (const ending of endings) {
			for (const size of sizes.filter((size, index) => index === 0 || size <= most)) {
				const text = prefix + pump.repeat(Math.ceil(Math.min(size, most) / pump.length)) + ending;
				const time = measure(regex, text);
				if (time >= patienceMs && isSlow(regex, text, time))
					return `${JSON.stringify(prefix)} + ${JSON.stringify(pump)} × … + ${JSON.stringify(ending)} takes ${Math.round(time)} ms at ${size}`;
				if (size > 25 && time < hardlyMs) break;
			}
		}
	}
	return null;
}

/** A busy machine is no slow pattern: of six times the shortest counts, and by how a quadratic pattern does in between. */
function isSlow(regex: RegExp, text: string, first: number): boolean {
	let [time, yardstick] = [first, Infinity];
	for (let again = 0; again < 5 && time >= patienceMs && time < 20 * patienceMs; again++) {
		yardstick = Math.min(yardstick, measure(quadratic.regex, quadratic.text));
		time = Math.min(time, measure(regex, text));
	}
	return time >= patienceMs && (yardstick === Infinity || time >= yardstick / 2);
}

function measure(regex: RegExp, text: string): number {
	const start = performance.now();
	regex.test(text);
	return performance.now() - start;
}

/** Words of the pattern itself, behind which its other parts are reached. */
function beginnings(regex: RegExp): string[] {
	const words = regex.source.replace(/\\s[*+?]?/g, ' ').match(/[\p{L}\p{N}:=@/. ]{2,}/gu) ?? [];
	return [...new Set(words)].slice(0, 4);
}
