import { fragmentName, readFragment, type StoredPage } from './fragment.ts';
import { decodePages, decodePostings, decodeShard, decodeWords, type Manifest, type PageInfo, type Posting } from './format.ts';
import { gunzip, gunzipText } from './gunzip.ts';
import { fold } from './text.ts';
import { noCharacters, spread, type Characters, type Synonyms } from './understand.ts';

/** Reads a file of the bundle by name, as it is stored: compressed with gzip. Throws when it cannot. */
export type ReadFile = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** The index of one language, read piece by piece; what was read once stays. A failed read is tried again the next time. */
export class IndexStore {
	readonly manifest: Manifest;
	readonly pages: PageInfo[];
	readonly synonyms: Synonyms;
	readonly #read: ReadFile;
	readonly #files = new Map<string, Promise<unknown>>();

	private constructor(manifest: Manifest, read: ReadFile) {
		this.manifest = manifest;
		this.pages = decodePages(manifest.pages);
		this.synonyms = readSynonyms(manifest.synonyms);
		this.#read = read;
	}

	/** Opens the index of a language, such as zh-cn; throws where the bundle has none. */
	static async open(language: string, read: ReadFile): Promise<IndexStore> {
		const manifest = JSON.parse(await gunzipText(await read(`${language}.index`))) as Manifest;
		return new IndexStore(manifest, read);
	}

	/** Postings of each term that exists. */
	async postings(terms: Iterable<string>): Promise<Map<string, Posting[]>> {
		const found = new Map<string, Posting[]>();
		await Promise.all(
			[...new Set(terms)].map(async (term) => {
				const shard = this.#shardOf(term);
				const encoded = shard < 0 ? undefined : (await this.#part(String(shard), decodeShard)).get(term);
				if (encoded) found.set(term, decodePostings(encoded));
			}),
		);
		return found;
	}

	/** Known words that start with a letter, each with the number of pages that hold it. */
	async words(letter: string): Promise<ReadonlyMap<string, number>> {
		return this.manifest.letters.includes(letter) ? this.#part(`words-${letter}`, decodeWords) : new Map();
	}

	async characters(): Promise<Characters> {
		if (!this.manifest.hasCharacters) return noCharacters;
		return this.#part('characters', (bytes) => readCharacters(new TextDecoder().decode(bytes)));
	}

	/** The text of a page; throws when the file cannot be read. */
	async page(info: PageInfo): Promise<StoredPage> {
		return this.#load(fragmentName(info.id), readFragment);
	}

	/** The last shard that does not start after the term; -1 before the first. */
	#shardOf(term: string): number {
		const { shards } = this.manifest;
		let low = 0;
		let high = shards.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((shards[middle] ?? '') <= term) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** A file of the language, decoded. */
	#part<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T> {
		return this.#load(`${this.manifest.folder}/${name}.bin`, decode);
	}

	#load<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T> {
		const known = this.#files.get(name) as Promise<T> | undefined;
		if (known) return known;
		const file = this.#read(name).then(gunzip).then(decode);
		this.#files.set(name, file);
		file.catch(() => this.#files.delete(name));
		return file;
	}
}

/** Lines of words separated by commas; each word stands for the others of its line. */
function readSynonyms(text: string): Synonyms {
	const lines = text.split('\n').map((line) => line.split(',').map((word) => fold(word.trim())));
	return lines
		.flatMap((words) =>
			words.map((word) => ({ words: word, key: spread(word), others: words.filter((other) => other !== word) })),
		)
		.filter(({ words }) => words !== '')
		.sort((a, b) => b.words.length - a.words.length);
}

/** First line: `syllable` + its characters, again and again; second: traditional characters, each before its simplified one. */
function readCharacters(text: string): Characters {
	const [sounds = '', simplified = ''] = text.split('\n');
	const characters = { simplified: new Map<string, string>(), sounds: new Map<string, string>(), syllables: new Set<string>() };
	for (const [, syllable = '', all = ''] of sounds.matchAll(/([a-z]+)([^a-z]*)/g)) {
		characters.syllables.add(syllable);
		for (const character of all) characters.sounds.set(character, syllable);
	}
	const pairs = Array.from(simplified);
	for (let at = 0; at + 1 < pairs.length; at += 2) characters.simplified.set(pairs[at] ?? '', pairs[at + 1] ?? '');
	return characters;
}
