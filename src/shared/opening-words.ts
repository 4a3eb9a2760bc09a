import { formatNear } from '#shared/near-time';
import type { Opening } from '#shared/opening';
import { wallClock } from '#shared/zoned';

/**
 * What is said about a line that is open or closed, such as “Open now, until 18:00 (Shanghai time; your time 11:00)”. A reader's
 * zone is named only where its clocks show another time.
 */
export function openingWords(words: OpeningWords, line: Line, opening: Opening, now: number): string {
	const { isOpen, change } = opening;
	if (change === null) return isOpen ? words.open : words.closed;
	const at = (timezone: string) => formatNear(line.lang, change, timezone, now, isOpen);
	const isElsewhere = line.reader !== undefined && !isSameClock(change, line.timezone, line.reader);
	const template = isOpen ? (isElsewhere ? words.untilYours : words.until) : isElsewhere ? words.opensYours : words.opens;
	const yours = isElsewhere ? at(line.reader ?? '') : '';
	return fill(template, { time: at(line.timezone), zone: line.zone, yours });
}

/** The sentences that an element brings along, by its attribute `data-word-<name>`. */
export function openingSentences(word: (name: string) => string | null): OpeningWords {
	const [open, closed, until, untilYours, opens, opensYours] = [
		'now',
		'closed',
		'until',
		'until-yours',
		'opens',
		'opens-yours',
	].map((name) => word(`data-word-${name}`) ?? '') as [string, string, string, string, string, string];
	return { open, closed, until, untilYours, opens, opensYours };
}

function isSameClock(at: number, a: string, b: string): boolean {
	const [here, there] = [wallClock(at, a), wallClock(at, b)];
	return here.date === there.date && here.time === there.time;
}

function fill(template: string, values: Record<string, string>): string {
	return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Sentences with `{time}`, `{zone}` and `{yours}`; `open` and `closed` are for what never changes. */
export interface OpeningWords {
	open: string;
	closed: string;
	until: string;
	untilYours: string;
	opens: string;
	opensYours: string;
}

export interface Line {
	lang: string;
	/** The zone in which the line keeps its hours. */
	timezone: string;
	/** That zone's name. */
	zone: string;
	/** The reader's zone, where it is known. */
	reader?: string | undefined;
}
