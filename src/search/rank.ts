import type { Hit, PageInfo, Posting } from './format.ts';
import { weights } from './weights.ts';

/** One thing that a query asks for, with everything that counts as it. */
export interface Group {
	/** How much it matters in its query: less for words that carry little meaning. */
	weight: number;
	variants: Variant[];
}

export interface Variant {
	/** 1 for what was typed; less for a correction, a completion, a synonym. */
	weight: number;
	postings: Posting[];
}

export interface RankedPage {
	page: number;
	score: number;
	/** The part that holds most of the query. */
	part: number;
}

/**
 * Ranks the pages that hold any of the groups. A page's score adds up
 *
 * - BM25F (Robertson and Zaragoza 2009) over title, wordings, headings and text,
 * - how far one of its headings says what the query says, and nothing else,
 * - how much of the query stands together in one part,
 * - how much of it stands anywhere in the page.
 *
 * The rarity of a term counts with a small exponent: in a whole question the rarest word is often only an odd one.
 */
export function rank(groups: readonly Group[], pages: readonly PageInfo[], average: number): RankedPage[] {
	const found = new Map<number, Found>();
	let total = 0;
	for (const group of groups) {
		const rarity = rarityOf(group, pages.length);
		const share = group.weight * rarity ** weights.rarity;
		total += share;
		for (const [page, match] of bestMatches(group, pages, average)) addMatch(found, page, match, share, rarity);
	}
	if (total === 0) return [];
	return [...found]
		.flatMap(([page, match]) => {
			const info = pages[page];
			return info ? [toRanked(page, match, info, total)] : [];
		})
		.sort((a, b) => b.score - a.score || a.page - b.page);
}

/** Rarity of what was typed or, where that is nowhere, of the commonest that counts as it. */
function rarityOf({ variants }: Group, pageCount: number): number {
	const own = variants.find(({ weight }) => weight === 1);
	const pages = own ? own.postings.length : Math.max(0, ...variants.map(({ postings }) => postings.length));
	// What is nowhere still belongs to the query, but no page should suffer for it as for a rare word that it lacks.
	const factor = pages === 0 ? weights.nowhere : 1;
	return factor * rarity(pages, pageCount);
}

/** How rare a term is that stands in some of all pages (BM25); the masses of headings are made of it, too. */
export function rarity(pages: number, pageCount: number): number {
	return Math.log(1 + (pageCount - pages + 0.5) / (pages + 0.5));
}

/** For each page the variant that counts most there. */
function bestMatches({ variants }: Group, pages: readonly PageInfo[], average: number): Map<number, Match> {
	const best = new Map<number, Match>();
	for (const { weight, postings } of variants) {
		for (const { page, hits } of postings) {
			const info = pages[page];
			if (!info) continue;
			const score = weight * saturate(frequency(hits, info), info.length / average);
			if (score > (best.get(page)?.score ?? 0)) best.set(page, { score, weight, hits });
		}
	}
	return best;
}

function frequency(hits: readonly Hit[], { sections }: PageInfo): number {
	let sum = 0;
	for (const { part, inHeading, count } of hits) {
		sum += count;
		if (inHeading) sum += part === 0 || part >= sections ? weights.title : weights.heading;
	}
	return sum;
}

function saturate(frequency: number, relativeLength: number): number {
	return frequency / (frequency + weights.saturation * (1 - weights.length + weights.length * relativeLength));
}

function addMatch(found: Map<number, Found>, page: number, { score, weight, hits }: Match, share: number, rarity: number): void {
	const entry = found.get(page) ?? { text: 0, covered: 0, headings: new Map(), masses: new Map(), parts: new Map() };
	found.set(page, entry);
	entry.text += share * score;
	entry.covered += share * weight;
	for (const { part, inHeading } of hits) {
		add(entry.parts, part, share * weight);
		if (!inHeading) continue;
		add(entry.headings, part, share * weight);
		add(entry.masses, part, rarity * weight);
	}
}

function toRanked(page: number, { text, covered, headings, masses, parts }: Found, info: PageInfo, total: number): RankedPage {
	let heading = 0;
	for (const [part, share] of headings) {
		const mass = info.masses[part] ?? 0;
		const said = mass > 0 ? Math.min(1, (masses.get(part) ?? 0) / mass) : 0;
		const isTitle = part === 0 || part >= info.sections;
		heading = Math.max(heading, (share / total) * said ** weights.exactness * (isTitle ? 1 : weights.section));
	}
	const [best = 0, inOnePart = 0] = bestPart(parts, headings, info);
	const coverage = covered / total;
	const score =
		(text / total) * (1 - weights.all + weights.all * coverage) +
		weights.headings * heading +
		weights.passage * (inOnePart / total) +
		weights.coverage * coverage;
	return { page, score, part: best };
}

/** The part of the text that holds most of the query; among equals the one whose heading does, then the first. */
function bestPart(parts: ReadonlyMap<number, number>, headings: ReadonlyMap<number, number>, { sections }: PageInfo): number[] {
	let best = 0;
	let most = -1;
	let share = 0;
	for (const [part, inPart] of parts) {
		share = Math.max(share, inPart);
		const value = inPart + (headings.get(part) ?? 0) / 2;
		if (part >= sections || value < most || (value === most && part > best)) continue;
		best = part;
		most = value;
	}
	return [best, share];
}

function add(sums: Map<number, number>, key: number, value: number): void {
	sums.set(key, (sums.get(key) ?? 0) + value);
}

interface Match {
	score: number;
	weight: number;
	hits: readonly Hit[];
}

interface Found {
	text: number;
	covered: number;
	/** Shares of the query by part: in its heading, and anywhere in it. */
	headings: Map<number, number>;
	parts: Map<number, number>;
	/** Rarity found in each heading, to compare with all that stands there. */
	masses: Map<number, number>;
}
