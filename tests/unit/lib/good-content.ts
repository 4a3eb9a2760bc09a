import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onTestFinished } from 'vitest';

import { checkContent, formatMistakes } from '../../../src/lib/check/index.ts';

/** The article that mistakes are laid over. */
export const articleOf = (locale: string) => `content/articles/${locale}/faq/forgot-password.mdx`;

/** The good fixture content with the promises of the real one, in a folder of its own; it goes when the test is over. */
export function makeGoodContent(): GoodContent {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
	cpSync('content/promises.yml', join(root, 'content/promises.yml'));
	const content: GoodContent = {
		root,
		read: (file) => readFileSync(join(root, file), 'utf8'),
		write(file, bytes) {
			mkdirSync(dirname(join(root, file)), { recursive: true });
			writeFileSync(join(root, file), bytes);
		},
		append(locale, text) {
			content.write(articleOf(locale), `${content.read(articleOf(locale))}\n${text}\n`);
		},
		overlay(kind, locale) {
			// What is good follows what is wrong, so that lines are those of the fixture file and nothing is too short.
			const [, good = ''] = /^---[\s\S]*?\n---\n([\s\S]*)/.exec(content.read(articleOf(locale))) ?? [];
			content.write(articleOf(locale), readFileSync(`tests/fixtures/mistakes/${kind}.${locale}.mdx`, 'utf8') + good);
		},
		check: () => {
			const mistakes = formatMistakes(checkContent(root));
			return mistakes === '' ? [] : mistakes.split('\n');
		},
	};
	return content;
}

interface GoodContent {
	/** The folder that holds `content` and `public`. */
	root: string;
	read: (file: string) => string;
	write: (file: string, bytes: string | Uint8Array) => void;
	/** Adds to the end of the article. */
	append: (locale: string, text: string) => void;
	/** Puts a file of tests/fixtures/mistakes in front of the article. */
	overlay: (kind: string, locale: string) => void;
	/** `file:line message`, one each. */
	check: () => string[];
}
