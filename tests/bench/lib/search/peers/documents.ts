import type { Page } from '../../../../../src/search/build/page.ts';
import type { Content } from '../content.ts';
import { depth } from '../judge.ts';

/** The pages of one language, each as one document with everything that our index knows of it. */
export function pageDocuments({ pages }: Content, language: string): PageDocument[] {
	return pages
		.filter((page) => page.language === language)
		.map((page, id) => ({
			id,
			url: page.url,
			title: page.title,
			headings: page.units.map(({ heading }) => heading).join('\n'),
			text: [opening(page), ...page.units.map(({ text }) => text)].join('\n'),
		}));
}

/** The pages cut at their headings, as VitePress cuts them: a document for each section, under the title of its page. */
export function sectionDocuments({ pages }: Content, language: string): SectionDocument[] {
	const ofLanguage = pages.filter((page) => page.language === language);
	return ofLanguage.flatMap((page) =>
		page.units.map(({ heading, text }, index) => ({
			id: `${page.url}#${index}`,
			title: heading || page.title,
			titles: index === 0 ? [] : [page.title],
			text: index === 0 ? `${opening(page)}\n${text}` : text,
		})),
	);
}

/** The pages of found sections, each once, in the order of their best section. */
export function pagesOf(ids: readonly string[]): string[] {
	return [...new Set(ids.map((id) => id.slice(0, id.indexOf('#'))))].slice(0, depth);
}

/** Words of a text as the browser cuts them; no Chinese library does without. */
export function cutWords(text: string, language: string): string[] {
	const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
	return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

/** Other wordings and the summary stand on the page too, so everybody may find them. */
function opening({ aliases, summary }: Page): string {
	return [summary, ...aliases].join('\n');
}

// A type, not an interface: libraries take documents as records of anything.
export type PageDocument = {
	id: number;
	url: string;
	title: string;
	headings: string;
	text: string;
};

interface SectionDocument {
	id: string;
	title: string;
	titles: string[];
	text: string;
}
