/**
 * The files of a search index. Numbers are varints (7 bits a byte, the low ones first); terms are sorted by code unit and each is
 * written as what differs from the one before.
 *
 * A shard: (shared length, rest length, rest in UTF-8, length of postings, postings) for each of its terms.
 * Postings: (page − page before, number of hits, hits) for each page; a hit is
 * `(part − part before) << 3 | in heading << 2 | times in the text, 3 standing for more`.
 */

export interface Hit {
	/** Part of the page: its start, a section, or another wording of its title. */
	part: number;
	inHeading: boolean;
	/** Times in the text of the part; 4 stands for more than two. */
	count: number;
}

export interface Posting {
	page: number;
	hits: Hit[];
}

/** What ranking knows of a page without loading it. */
export interface PageInfo {
	/** Name of its stored text. */
	id: string;
	/** Sections and the start before them; other wordings of the title come after. */
	sections: number;
	/** What the title, each heading and each wording weigh: the rarity of their terms, added up. */
	masses: number[];
	/** Terms of the whole text. */
	length: number;
	category: number;
	kind: number;
}

/** The only file with a fixed name in each language. */
export interface Manifest {
	version: 1;
	language: string;
	/** Folder of all other files of the language, named by what they hold. */
	folder: string;
	/** First term of each shard; the files are numbered. */
	shards: string[];
	/** First letters of words; their files are named by them. */
	letters: string;
	/** Whether there is a file of what characters sound like and what traditional ones are in simplified. */
	hasCharacters: boolean;
	/** Average length of a page. */
	average: number;
	categories: string[];
	kinds: string[];
	/** Words that mean the same, lines of words separated by commas. */
	synonyms: string;
	/** `PageInfo` of all pages, see `encodePages`. */
	pages: string;
}

export class ByteWriter {
	readonly #bytes: number[] = [];

	number(value: number): void {
		let rest = value;
		while (rest >= 0x80) {
			this.#bytes.push((rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		this.#bytes.push(rest);
	}

	bytes(values: Iterable<number>): void {
		for (const value of values) this.#bytes.push(value);
	}

	text(value: string): void {
		const encoded = new TextEncoder().encode(value);
		this.number(encoded.length);
		this.bytes(encoded);
	}

	done(): Uint8Array<ArrayBuffer> {
		return Uint8Array.from(this.#bytes);
	}
}

export class ByteReader {
	readonly #bytes: Uint8Array;
	at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.at >= this.#bytes.length;
	}

	number(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.#bytes[this.at++];
			if (byte === undefined) throw new RangeError('the search index is cut off');
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
	}

	bytes(length: number): Uint8Array {
		this.at += length;
		return this.#bytes.subarray(this.at - length, this.at);
	}

	text(): string {
		return new TextDecoder().decode(this.bytes(this.number()));
	}
}

export function encodePostings(postings: readonly Posting[]): Uint8Array {
	const writer = new ByteWriter();
	let lastPage = 0;
	for (const { page, hits } of postings) {
		writer.number(page - lastPage);
		writer.number(hits.length);
		lastPage = page;
		let lastPart = 0;
		for (const { part, inHeading, count } of hits) {
			writer.number(((part - lastPart) << 3) | (Number(inHeading) << 2) | Math.min(count, 3));
			lastPart = part;
		}
	}
	return writer.done();
}

export function decodePostings(bytes: Uint8Array): Posting[] {
	const reader = new ByteReader(bytes);
	const postings: Posting[] = [];
	let page = 0;
	while (!reader.isAtEnd) {
		page += reader.number();
		const hits: Hit[] = [];
		let part = 0;
		for (let left = reader.number(); left > 0; left--) {
			const packed = reader.number();
			part += packed >>> 3;
			const count = packed & 3;
			hits.push({ part, inHeading: (packed & 4) !== 0, count: count === 3 ? 4 : count });
		}
		postings.push({ page, hits });
	}
	return postings;
}

/** One shard from sorted terms and their encoded postings. */
export function encodeShard(terms: readonly (readonly [term: string, postings: Uint8Array])[]): Uint8Array<ArrayBuffer> {
	const writer = new ByteWriter();
	let last = '';
	for (const [term, postings] of terms) {
		writeTerm(writer, last, term);
		writer.number(postings.length);
		writer.bytes(postings);
		last = term;
	}
	return writer.done();
}

/** Encoded postings by term. */
export function decodeShard(bytes: Uint8Array): Map<string, Uint8Array> {
	const reader = new ByteReader(bytes);
	const terms = new Map<string, Uint8Array>();
	let term = '';
	while (!reader.isAtEnd) {
		term = readTerm(reader, term);
		terms.set(term, reader.bytes(reader.number()));
	}
	return terms;
}

/** Sorted words, each with the number of pages that hold it. */
export function encodeWords(words: readonly (readonly [word: string, pages: number])[]): Uint8Array<ArrayBuffer> {
	const writer = new ByteWriter();
	let last = '';
	for (const [word, pages] of words) {
		writeTerm(writer, last, word);
		writer.number(pages);
		last = word;
	}
	return writer.done();
}

export function decodeWords(bytes: Uint8Array): Map<string, number> {
	const reader = new ByteReader(bytes);
	const words = new Map<string, number>();
	let word = '';
	while (!reader.isAtEnd) {
		word = readTerm(reader, word);
		words.set(word, reader.number());
	}
	return words;
}

export function encodePages(pages: readonly PageInfo[]): string {
	const writer = new ByteWriter();
	for (const { id, sections, masses, length, category, kind } of pages) {
		writer.text(id);
		writer.number(sections);
		writer.number(masses.length);
		writer.bytes(masses.map((mass) => Math.min(255, Math.round(Math.log2(1 + mass) * massSteps))));
		writer.number(length);
		writer.number(category);
		writer.number(kind);
	}
	return btoa(String.fromCodePoint(...writer.done()));
}

export function decodePages(text: string): PageInfo[] {
	const reader = new ByteReader(Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0));
	const pages: PageInfo[] = [];
	while (!reader.isAtEnd) {
		const id = reader.text();
		const sections = reader.number();
		const masses = [...reader.bytes(reader.number())].map((step) => 2 ** (step / massSteps) - 1);
		pages.push({ id, sections, masses, length: reader.number(), category: reader.number(), kind: reader.number() });
	}
	return pages;
}

/** Steps for a doubling of a mass, in a byte: 3 % apart, up to 1,600. */
const massSteps = 24;

function writeTerm(writer: ByteWriter, last: string, term: string): void {
	let shared = 0;
	while (shared < last.length && last[shared] === term[shared]) shared++;
	// Half a character cannot be written.
	if (/[\uD800-\uDBFF]/.test(term[shared - 1] ?? '')) shared--;
	writer.number(shared);
	writer.text(term.slice(shared));
}

function readTerm(reader: ByteReader, last: string): string {
	const shared = reader.number();
	return last.slice(0, shared) + reader.text();
}
