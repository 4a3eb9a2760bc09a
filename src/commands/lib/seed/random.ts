/** Numbers that look random and are the same for the same seed (mulberry32). */
export function makeRandom(seed: number): Random {
	let state = seed | 0;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		between,
		chance: (share) => next() < share,
		pick: <Item>(items: readonly Item[]) => items[between(0, items.length - 1)] as Item,
		// Most are quick and a few take very long, as waiting times do.
		waiting: (median, spread) => median * spread ** (next() + next() + next() - 1.5),
		text: (length, letters) => Array.from({ length }, () => letters.charAt(between(0, letters.length - 1))).join(''),
	};
}

export interface Random {
	/** A whole number, both ends included. */
	between: (low: number, high: number) => number;
	chance: (share: number) => boolean;
	pick: <Item>(items: readonly Item[]) => Item;
	/** A time around a median; `spread` is the factor between usual and long. */
	waiting: (median: number, spread: number) => number;
	text: (length: number, letters: string) => string;
}
