import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import type { Site } from '../config/schema.ts';
import { articleMarkdown } from '../lib/article-markdown.ts';
import { readFacts } from '../lib/check/facts.ts';
import { openFolder, type ArticleText } from '../lib/check/source.ts';
import { contentDir } from '../lib/content-dir.ts';
import { fillFacts } from '../lib/facts.ts';

/**
 * Every published article as Markdown, at its own address with `.md` instead of the slash. Files in a build: a thousand routes
 * would cost it a second. A route in `npm run dev`.
 */
export function markdownFiles(articles: readonly ArticleText[], site: Site): AstroIntegration {
	return {
		name: 'markdown-files',
		hooks: {
			'astro:config:setup': ({ command, injectRoute }) => {
				if (command !== 'dev') return;
				injectRoute({ pattern: '/[locale]/[kind]/[slug].md', entrypoint: new URL('../routes/article.md.ts', import.meta.url) });
			},
			'astro:build:done': async ({ dir }) => {
				const { facts } = readFacts(openFolder(contentDir));
				await Promise.all(
					articles.map(async ({ id, locale, data, text }) => {
						if (!data || data.draft) return;
						const markdown = articleMarkdown({ locale, url: `/${id}/`, data, body: fillFacts(text, locale, facts) }, site);
						await writeFile(join(fileURLToPath(dir), `${id}.md`), markdown);
					}),
				);
			},
		},
	};
}
