import { join } from 'node:path';

import { CategorySchema } from '../article-schema.ts';
import type { Facts } from '../facts.ts';
import { readRedirects } from '../redirects.ts';
import { readSources } from './articles.ts';
import { checkBuildingBlocks } from './building-blocks.ts';
import { checkContacts } from './contacts.ts';
import { readIfThere } from './data-file.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkFacts, readFacts } from './facts.ts';
import { checkFakes } from './fakes.ts';
import { checkWords, readAvoided } from './glossary.ts';
import { checkHeadings, checkSections } from './headings.ts';
import { checkLanguage } from './language.ts';
import { checkLinks } from './links.ts';
import { readPictures } from './picture-files.ts';
import { checkPictures } from './pictures.ts';
import { checkPlace, checkReferences, checkTwin } from './place.ts';
import { checkPromises, readPromises } from './promises.ts';
import { checkLength, checkRepetitions, checkSentences } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { checkAddresses } from './redirects.ts';
import { checkSecrets } from './secrets.ts';
import { openFolder, readYaml, type ContentMistake, type Source } from './source.ts';
import { checkTranslations } from './translations.ts';
import { checkTypography } from './typography.ts';

/** What each article is held to, in the order of reading. */
const rules: readonly Rule[] = [
	checkPlace,
	checkTwin,
	checkReferences,
	checkBuildingBlocks,
	checkFacts,
	checkSecrets,
	checkPromises,
	checkContacts,
	checkLinks,
	checkPictures,
	checkHeadings,
	checkSections,
	checkLanguage,
	checkTypography,
	checkWords,
	checkLength,
	checkSentences,
	checkRepetitions,
];

/**
 * Checks every file of a content folder. `root` is the folder that holds `public`; `content` lies in it unless another folder is
 * named; `articles` saves reading them again. Mistakes come sorted by file and line, their files named `content/…`.
 */
export function checkContent(
	root: string,
	content = join(root, 'content'),
	articles: readonly Source[] = readSources(content),
): ContentMistake[] {
	const folder = openFolder(content);
	const categoryFiles = folder.list('categories', '.yml');
	const { facts, mistakes: factMistakes } = readFacts(folder);
	const { avoided, mistakes: glossaryMistakes } = readAvoided(folder);
	const { promises, mistakes: promiseMistakes } = readPromises(folder);
	const { pictures, mistakes: pictureMistakes } = readPictures(root, folder);
	const context: Context = {
		sources: new Map(articles.map((source) => [source.id, source])),
		categories: new Set(categoryFiles.map((file) => file.replace(/^.*\/|\.yml$/g, ''))),
		redirects: readRedirects(readIfThere(folder, 'content/redirects.yml') ?? ''),
		pictures,
		avoided,
		promises,
		...(factMistakes.length === 0 ? { facts } : {}),
	};
	return [
		...categoryFiles.flatMap((file) => readYaml(file, folder.read(file), 0, CategorySchema).mistakes),
		...factMistakes,
		...glossaryMistakes,
		...promiseMistakes,
		...pictureMistakes,
		...articles.flatMap((source) => source.mistakes),
		...applyRules(context),
		...checkDuplicates(articles),
		...checkQuestions(folder, context.sources),
		...checkAddresses(folder, articles),
		...checkFakes(folder),
		...checkTranslations(folder, articles),
	].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** What the rules say about each article. */
export function applyRules(context: Context): ContentMistake[] {
	return [...context.sources.values()].flatMap((source) => rules.flatMap((rule) => rule(source, context)));
}

/** `file:line message`, one a line. */
export function formatMistakes(mistakes: ContentMistake[]): string {
	return mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n');
}

/** What rules may look up beyond the article itself. */
export interface Context {
	/** Articles by id. */
	sources: ReadonlyMap<string, Source>;
	categories: ReadonlySet<string>;
	/** Where each moved address leads, both without language. */
	redirects: ReadonlyMap<string, string>;
	/** Pictures that exist, named `public/…` or `content/diagrams/…`. */
	pictures: ReadonlySet<string>;
	/** What content/glossary.yml and content/promises.yml say never to write. */
	avoided: ReturnType<typeof readAvoided>['avoided'];
	promises: ReturnType<typeof readPromises>['promises'];
	/** Missing while a file of facts is broken. */
	facts?: Facts;
}

/** Finds mistakes of one kind in one article. */
export type Rule = (source: Source, context: Context) => ContentMistake[];

export type { ContentMistake } from './source.ts';
