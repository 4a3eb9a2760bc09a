import { site } from '#config/site';
import type { Locale } from '../../config/locales.ts';
import { loadCards, type PageCard } from './cards.ts';
import { pictureHash } from './draw.ts';
import type { Box } from './elements.ts';
import { missingGlyphs } from './font.ts';
import { pictureTree, type Card } from './template.ts';

/** `OG=off` builds without pictures and the tags that name them, for benchmarks; `npm run deploy` refuses it. */
const isOff = process.env['OG'] === 'off';

/** Cards cannot change while a build runs; in the preview they change with every edit. */
const getCards = __PREVIEW__ ? loadCards : once(loadCards);

const pictures = new Map<string, Picture>();

/** The picture of a page, else that of its language's home page; undefined while pictures are off. */
export async function pictureOf(path: string, locale: Locale): Promise<Picture | undefined> {
	if (isOff) return undefined;
	const cards = await getCards();
	const page = cards.get(path) ?? cards.get(`/${locale}/`);
	return page && toPicture(page);
}

/** The pictures of all pages. Throws if a text holds characters that the fonts lack, naming each with its file. */
export async function allPictures(): Promise<Picture[]> {
	if (isOff) return [];
	const pages = [...(await getCards()).values()];
	const mistakes = pages.flatMap(describeMissing);
	if (mistakes.length > 0) throw new Error(`OG pictures cannot show every character:\n${mistakes.join('\n')}`);
	return pages.map(toPicture);
}

/** What the fonts lack of a page's texts, one line per character. */
function describeMissing({ source, texts }: PageCard): string[] {
	return missingGlyphs(texts.join('')).map((character) => {
		const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
		return `${source}: the fonts have no “${character}” (U+${code}); write it in another way`;
	});
}

function toPicture({ path, card }: PageCard): Picture {
	const key = JSON.stringify([path, card]);
	const known = pictures.get(key);
	if (known) return known;
	const tree = pictureTree(card);
	const hash = pictureHash(tree);
	const place = path.replace(/^\/([^/]+)\/$/, '/$1/home/').slice(1, -1);
	const picture = { file: `${place}.${hash}`, url: `${site.url}/og/${place}.${hash}.png`, alt: altText(card), hash, tree };
	pictures.set(key, picture);
	return picture;
}

/** What the picture says, in the order of reading. */
function altText({ title, lead, topic, who, brand }: Card): string {
	const actors = who?.actors.map(({ name }) => name) ?? [];
	return [topic?.name, title, lead, who?.label, ...actors, brand].filter(Boolean).join(' · ');
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | undefined;
	return () => (loaded ??= load());
}

interface Picture {
	/** Below `/og/`, without ending. */
	file: string;
	/** Absolute. */
	url: string;
	alt: string;
	hash: string;
	tree: Box;
}
