import { Temporal } from 'temporal-polyfill';

import { localeIds, otherLocale, type Locale } from '../../config/locales.ts';
import { actors, ArticleSchema, kinds, type Actor, type Kind } from '../../lib/article-schema.ts';
import { messageAboutLanguage } from '../../lib/check/language.ts';
import { checkTopFacts } from '../../lib/check/typed-facts.ts';
import { fillFacts, type Facts } from '../../lib/facts.ts';
import { sourceHash } from '../../lib/translations.ts';
import { articleTemplate } from './article-template.ts';
import { CommandError } from './command-error.ts';
import type { Plan } from './content-files.ts';
import type { Surroundings } from './surroundings.ts';

/** What `npm run new` asks, in this order; names are those of its flags. */
export const questions = [
	['kind', `A question or a task with steps? (${kinds.join(', ')})`],
	['slug', 'Its address, a few English words joined by hyphens'],
	['category', 'Category'],
	['title-zh', 'Chinese title, as a person would ask'],
	['title-en', 'English title, as a person would ask'],
	['summary-zh', 'The direct answer in Chinese, at most 160 characters'],
	['summary-en', 'The direct answer in English, at most 160 characters'],
	['who', `Who can fix it? (${actors.join(', ')}; several with commas)`],
] as const;

/** What is wrong with an answer, or undefined. */
export function problemWith(flag: Flag, value: string, around: Surroundings): string | undefined {
	return checks[flag](value, around);
}

/** Both files of a new article. `now` in milliseconds since the epoch. Fails with everything that is wrong with the answers. */
export function planNewArticle(answers: Answers, around: Surroundings, now: number): Plan {
	const flags = Object.entries(answers) as [Flag, string][];
	const problems = flags.flatMap(([flag, value]) => {
		const problem = problemWith(flag, value, around);
		return problem ? [`--${flag} ${JSON.stringify(value)}: ${problem}`] : [];
	});
	if (problems.length > 0) throw new CommandError(problems.join('\n'));
	const source = (answers.source ?? 'zh-cn') as Locale;
	const path = `${answers.kind}/${answers.slug}`;
	const template = (locale: Locale, hash?: string) =>
		articleTemplate(locale, { ...valuesOf(answers, locale, now), ...(hash && { sourceHash: hash }) });
	const sourceText = template(source);
	const body = sourceText.slice(sourceText.indexOf('\n---\n') + '\n---\n'.length);
	const translationText = template(otherLocale(source), sourceHash({ ...valuesOf(answers, source, now), body }));
	const texts = { [source]: sourceText, [otherLocale(source)]: translationText };
	const files = localeIds.map((locale) => ({ file: `content/articles/${locale}/${path}.mdx`, text: texts[locale] }));
	return {
		changes: files,
		lines: nextSteps(
			path,
			files.map(({ file }) => file),
			source,
		),
	};
}

function problemWithSlug(slug: string, { taken }: Surroundings): string | undefined {
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return 'write a-z, 0-9 and single hyphens, such as forgot-password';
	const path = kinds.map((kind) => `${kind}/${slug}`).find((candidate) => taken.has(candidate));
	return path && `${path} ${taken.get(path)}; choose another`;
}

function problemWithTitle(title: string, locale: Locale, { facts, wordings }: Surroundings): string | undefined {
	const owner = wordings.get(`${locale} ${title.trim().toLowerCase()}`);
	return problemWithText(title, locale, 'title', facts) ?? (owner && `it already leads to ${owner}; choose another`);
}

function problemWithText(text: string, locale: Locale, field: 'title' | 'summary', facts: Facts): string | undefined {
	const { error } = ArticleSchema.shape[field].safeParse(fillFacts(text, locale, facts));
	if (error) return error.issues[0]?.message;
	const isForeign = messageAboutLanguage(text, locale, field);
	if (isForeign) return isForeign;
	return text.includes('\n') ? 'write it in one line' : checkTopFacts(text, facts)[0]?.message;
}

function oneOf(value: string, choice: readonly string[]): string | undefined {
	return choice.includes(value) ? undefined : `choose from: ${choice.join(', ')}`;
}

function problemWithActors(value: string): string | undefined {
	const list = toList(value);
	// A sentence is first of all no actor, and only then too many of them.
	const unknown = list.map((name) => oneOf(name, actors)).find((problem) => problem !== undefined);
	return unknown ?? ArticleSchema.shape.whoCanFix.safeParse(list).error?.issues[0]?.message;
}

function valuesOf(answers: Answers, locale: Locale, now: number) {
	const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate();
	const language = locale === 'en' ? 'en' : 'zh';
	return {
		kind: answers.kind as Kind,
		title: answers[`title-${language}`].trim(),
		summary: answers[`summary-${language}`].trim(),
		category: answers.category,
		whoCanFix: toList(answers.who) as Actor[],
		updated: today.toString(),
		reviewBy: today.add({ months: 6 }).toString(),
	};
}

function nextSteps(path: string, files: readonly string[], source: Locale): string[] {
	return [
		...files.map((file) => `Written: ${file}`),
		`Preview: http://localhost:4321/${source}/${path}/ (npm run dev)`,
		'',
		'Next:',
		'  1. Replace the comments by text, in each language for its own readers, and add other wordings as aliases.',
		'  2. Write down in content/questions.yml which question it answers.',
		'  3. Remove "draft: true" from both files.',
		`  4. npm run translated ${path}`,
		'  5. npm run check',
	];
}

function toList(text: string): string[] {
	return text.split(/[\s,，]+/).filter(Boolean);
}

const checks: Record<Flag, (value: string, around: Surroundings) => string | undefined> = {
	kind: (value) => oneOf(value, kinds),
	slug: problemWithSlug,
	category: (value, { categories }) => oneOf(value, categories),
	'title-zh': (value, around) => problemWithTitle(value, 'zh-cn', around),
	'title-en': (value, around) => problemWithTitle(value, 'en', around),
	'summary-zh': (value, { facts }) => problemWithText(value, 'zh-cn', 'summary', facts),
	'summary-en': (value, { facts }) => problemWithText(value, 'en', 'summary', facts),
	who: problemWithActors,
	source: (value) => oneOf(value, localeIds),
};

export type Flag = (typeof questions)[number][0] | 'source';
export type Answers = Record<(typeof questions)[number][0], string> & { source?: string };
