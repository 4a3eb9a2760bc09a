import { z } from 'astro/zod';

import { defaultLocale, localeIds } from '../../config/locales.ts';
import { readDataFile } from './data-file.ts';
import { headingsOf } from './headings.ts';
import type { Context } from './index.ts';
import { atField, type ContentFolder, type ContentMistake, type Source } from './source.ts';

const file = 'content/questions.yml';
const sources = [
	...[
		'self-custody',
		'tron',
		'evm',
		'solana-bitcoin',
		'frozen',
		'deposits',
		'formats',
		'phrases',
		'myths',
		'channels',
		'brief-corrections',
	].map((section) => `facts/${section}`),
	'readers',
	...['1-functions', '2-how-to-use', '3-common-problems', '4-efficient-use'].map((section) => `brief/${section}`),
	...['5.1-speed', '5.2-phone', '5.3-limits', '5.4-quality', '5.5-communication'].map((section) => `brief/${section}`),
];
const text = z.string('write the text').trim().min(1, 'write the text');
const inBoth = z.strictObject({ 'zh-cn': text, en: text }, 'write it in each language: { zh-cn: …, en: … }');

/** content/questions.yml */
const QuestionsSchema = z.array(
	z.strictObject({
		ask: inBoth,
		source: z.enum(sources as [string, ...string[]], `choose from: ${sources.join(', ')}`),
		answer: z.string('name an article as faq/<slug> or guides/<slug>'),
		/** The heading that answers it, where it is not the whole article. */
		section: inBoth.optional(),
	}),
	'write a list of questions',
);

/** Every question has one answer that exists, and every article answers a question. */
export function checkQuestions(folder: ContentFolder, articles: Context['sources']): ContentMistake[] {
	const { data: questions, mistakes, at } = readDataFile(folder, file, QuestionsSchema);
	if (!questions) return mistakes;
	const asked = new Map<string, number>();
	const answered = new Map<string, number>();
	const wrong = questions.flatMap((question, index) => {
		const { answer, section } = question;
		const isKnown = localeIds.some((locale) => articles.has(`${locale}/${answer}`));
		if (!isKnown) return [at([index, 'answer'], `"${answer}" does not exist; name an article as faq/<slug> or guides/<slug>`)];
		const twins = localeIds.flatMap((locale) => {
			const owner = claim(asked, `${locale} ${normalise(question.ask[locale])}`, index);
			const message = `"${question.ask[locale]}" is question ${owner + 1} already; keep one of them`;
			return owner === index ? [] : [at([index, 'ask', locale], message)];
		});
		const owner = claim(answered, `${answer} ${normalise(section?.[defaultLocale] ?? '')}`, index);
		const message = `question ${owner + 1} has this answer, too; name the section of each, or keep one of them`;
		const shared = owner === index ? [] : [at([index, 'answer'], message)];
		const sections = localeIds.flatMap((locale) => {
			const unknown = messageAboutSection(articles.get(`${locale}/${answer}`), section?.[locale]);
			return unknown ? [at([index, 'section', locale], unknown)] : [];
		});
		return [...twins, ...shared, ...sections];
	});
	return [...mistakes, ...wrong, ...articlesWithout(new Set(questions.map(({ answer }) => answer)), articles)];
}

function messageAboutSection(source: Source | undefined, section: string | undefined): string | undefined {
	if (!source || section === undefined) return undefined;
	const headings = headingsOf(source).map(({ plain = '' }) => plain);
	if (headings.some((heading) => normalise(heading) === normalise(section))) return undefined;
	const choice = headings.length > 0 ? `choose from: ${headings.join(' | ')}` : 'it has none: remove the section';
	return `"${section}" is not a heading of ${source.file}; ${choice}`;
}

/** Articles that nobody asks for, named once: in the default language where they have it. */
function articlesWithout(answers: ReadonlySet<string>, articles: Context['sources']): ContentMistake[] {
	return [...articles.values()].flatMap((source) => {
		const path = `${source.kind}/${source.slug}`;
		const isNamed = source.locale === defaultLocale || !articles.has(`${defaultLocale}/${path}`);
		if (answers.has(path) || !isNamed || source.data?.draft) return [];
		return [atField(source, [], `answers no question; add the question to ${file}, with answer: ${path}`)];
	});
}

/** Who was first. */
function claim(owners: Map<string, number>, key: string, index: number): number {
	const owner = owners.get(key) ?? index;
	owners.set(key, owner);
	return owner;
}

/** Without what can differ between two ways of writing the same words. */
function normalise(words: string): string {
	return words
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{P}`*]+/gu, '');
}
