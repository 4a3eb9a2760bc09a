/**
 * Texts to quote from are stored by Pagefind: a record for each page, in files of its own ("fragments"), named by what they hold.
 * Pagefind keeps a record's words and drops its line breaks, so sections, lines and fields are told apart by control pictures,
 * which no text of ours holds.
 */
const separators = { section: '\u241e', line: '\u241f', field: '\u241d' };
/** What Pagefind writes before its JSON. */
const signature = 'pagefind_dcd';
/** Not the language of the text: under that of a Chinese text Pagefind would cut it into words. */
export const storedLanguage = 'en';

/** The text of a page, to quote from. */
export interface StoredPage {
	url: string;
	title: string;
	/** The start of the page has neither id nor heading. */
	sections: StoredSection[];
}

export interface StoredSection {
	id: string;
	heading: string;
	/** Lines. */
	text: string;
}

export function fragmentName(id: string): string {
	return `fragment/${storedLanguage}_${id}.pf_fragment`;
}

export function writeContent(sections: readonly StoredSection[]): string {
	return sections
		.map(({ id, heading, text }) => [id, heading, text.replaceAll('\n', ` ${separators.line} `)].join(` ${separators.field} `))
		.join(` ${separators.section} `);
}

/** Reads an uncompressed fragment. Throws when it is none. */
export function readFragment(bytes: Uint8Array): StoredPage {
	const text = new TextDecoder().decode(bytes);
	if (!text.startsWith(signature)) throw new Error('not a fragment of Pagefind');
	const { url, content, meta } = JSON.parse(text.slice(signature.length)) as PagefindFragment;
	const sections = content.split(separators.section).map((section) => {
		const [id = '', heading = '', lines = ''] = section.split(separators.field).map((field) => field.trim());
		return { id, heading, text: lines.replaceAll(new RegExp(` ?${separators.line} ?`, 'g'), '\n') };
	});
	return { url, title: meta['title'] ?? url, sections };
}

interface PagefindFragment {
	url: string;
	content: string;
	meta: Record<string, string>;
}
