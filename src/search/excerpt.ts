import { piecesOf } from './rank.ts';

/** A piece of an excerpt; `hit` marks what matched. */
export interface Segment {
	text: string;
	hit: boolean;
}

/** Characters of an excerpt: Chinese says about twice as much in one. */
const width = { han: 70, other: 150 };
/** What may stand before the first hit. */
const lead = 0.2;

/**
 * The passage of a text that holds most of a query, with the hits marked; its start when nothing matches literally. Our
 * own instead of the engine's, which cuts Chinese into other words than people type.
 */
export function makeExcerpt(text: string, query: string): Segment[] {
	const size = /\p{Script=Han}/u.test(text) ? width.han : width.other;
	const hits = findHits(text, query);
	const start = bestStart(text, hits, size);
	const end = Math.min(text.length, start + size);
	const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
	const segments: Segment[] = [];
	let from = start;
	for (const hit of inside) {
		if (hit.start > from) segments.push({ text: text.slice(from, hit.start), hit: false });
		segments.push({ text: text.slice(hit.start, hit.end), hit: true });
		from = hit.end;
	}
	if (from < end) segments.push({ text: text.slice(from, end), hit: false });
	if (start > 0) segments.unshift({ text: '…', hit: false });
	if (end < text.length) segments.push({ text: '…', hit: false });
	return segments;
}

/** Where pieces of the query stand, in order; those that touch become one. */
function findHits(text: string, query: string): Range[] {
	const folded = text.toLowerCase();
	const found: Range[] = [];
	for (const piece of piecesOf(query)) {
		for (let at = folded.indexOf(piece); at !== -1; at = folded.indexOf(piece, at + 1))
			found.push({ start: at, end: at + piece.length });
	}
	const hits: Range[] = [];
	for (const range of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = hits.at(-1);
		if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
		else hits.push(range);
	}
	return hits;
}

/** Start of the window that covers most hit characters, moved back to the beginning of a word. */
function bestStart(text: string, hits: readonly Range[], size: number): number {
	let best = { start: 0, covered: 0 };
	for (const { start } of hits) {
		const from = Math.max(0, start - Math.floor(size * lead));
		const covered = hits.reduce((sum, hit) => (hit.start >= from && hit.end <= from + size ? sum + hit.end - hit.start : sum), 0);
		if (covered > best.covered) best = { start: from, covered };
	}
	const space = text.lastIndexOf(' ', best.start);
	return best.start > 0 && best.start - space < 20 ? space + 1 : best.start;
}

interface Range {
	start: number;
	end: number;
}
