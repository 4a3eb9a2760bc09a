import { isBip39, isElectrum, phraseSizes } from '#shared/guard/checksum';
import { nearWords, type Vocabulary } from '#shared/guard/lexicon';
import type { Slot } from '#shared/guard/slots';
import type { WordLists } from '#shared/guard/span';

/** So many known words must stand between two that are not. */
const knownBetween = 4;
/** Longer runs of list words are no single phrase, and Electrum's check of each part would cost too much. */
const longest = 60;
/** Left over beside a whole phrase, so few words are rather prose; more are rather part of it. */
const fewLeft = 2;
const sizesDown = [...phraseSizes].sort((one, other) => other - one);

/** The runs of known words in a reading, at least `fewest` long, with single unknown ones between them. */
export function findRuns(slots: readonly Slot[], fewest: number): Run[] {
	const runs: Run[] = [];
	for (let start = 0; start < slots.length;) {
		if (!isKnown(slots[start])) {
			start++;
			continue;
		}
		const end = endOfRun(slots, start);
		const known = slots.slice(start, end).filter(isKnown).length;
		if (known >= fewest) runs.push({ start, end, known });
		start = end;
	}
	return runs;
}

function endOfRun(slots: readonly Slot[], start: number): number {
	let end = start + 1;
	let known = knownBetween;
	for (; end < slots.length && !slots[end]?.isBreak; end++) {
		if (isKnown(slots[end])) known++;
		else if (known < knownBetween || !isKnown(slots[end + 1]) || slots[end + 1]?.isBreak) break;
		else known = 0;
	}
	return end;
}

/** The part of a run that its checksum proves to be a phrase, a word beside the run taken in where one may be misspelt. */
export function findProven(slots: readonly Slot[], run: Run, vocabulary: Vocabulary, lists: WordLists): Range | undefined {
	const from = run.start > 0 && !slots[run.start]?.isBreak ? run.start - 1 : run.start;
	const to = run.end < slots.length && !slots[run.end]?.isBreak ? run.end + 1 : run.end;
	const places = slots.slice(from, to).map(({ place }) => place);
	const near = new Map<number, number[]>();
	const isExact = (window: readonly number[]) => !window.includes(-1) && isBip39(window);
	const isClose = (window: readonly number[], start: number) => {
		const unknown = window.indexOf(-1);
		return unknown >= 0 && isNearly(window, unknown, () => nearOf(slots, from + start + unknown, vocabulary, near));
	};
	let proven = findWindows(places, from, isExact) ?? findWindows(places, from, isClose);
	proven ??= places.length > longest ? undefined : findElectrum(slots, run, lists);
	return proven && takeRest(proven, run);
}

/** From the first to the last stretch of the greatest size that passes; only the first in a run that goes as a whole anyway. */
function findWindows(
	places: readonly number[],
	from: number,
	passes: (window: readonly number[], start: number) => boolean,
): Range | undefined {
	for (const size of sizesDown) {
		let found: Range | undefined;
		for (let start = 0; start + size <= places.length; start++) {
			if (!passes(places.slice(start, start + size), start)) continue;
			found = { start: found?.start ?? from + start, end: from + start + size };
			if (places.length > longest) break;
		}
		if (found) return found;
	}
	return undefined;
}

function isNearly(window: readonly number[], unknown: number, near: () => readonly number[]): boolean {
	if (window.includes(-1, unknown + 1)) return false;
	return near().some((place) => isBip39([...window.slice(0, unknown), place, ...window.slice(unknown + 1)]));
}

function nearOf(slots: readonly Slot[], at: number, vocabulary: Vocabulary, known: Map<number, number[]>): number[] {
	const near = known.get(at) ?? nearWords(slots[at]?.word ?? '', vocabulary);
	known.set(at, near);
	return near;
}

function findElectrum(slots: readonly Slot[], run: Run, lists: WordLists): Range | undefined {
	for (const size of [24, 13, 12]) {
		for (let start = run.start; start + size <= run.end; start++) {
			const words = slots.slice(start, start + size);
			if (
				words.every(isKnown) &&
				isElectrum(
					words.map(({ word }) => word),
					lists,
				)
			)
				return { start, end: start + size };
		}
	}
	return undefined;
}

function takeRest({ start, end }: Range, run: Run): Range {
	if (start - run.start <= fewLeft && run.end - end <= fewLeft) return { start, end };
	return { start: Math.min(start, run.start), end: Math.max(end, run.end) };
}

function isKnown(slot: Slot | undefined): boolean {
	return slot !== undefined && slot.place >= 0;
}

/** Half-open range of slots. */
interface Range {
	start: number;
	end: number;
}

export interface Run extends Range {
	/** How many of them are in the list. */
	known: number;
}
