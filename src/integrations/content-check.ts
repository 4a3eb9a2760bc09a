import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { support } from '#config/support';

import { readSources } from '../lib/check/articles.ts';
import { checkContent, formatMistakes } from '../lib/check/index.ts';
import { toArticleText, type ArticleText } from '../lib/check/source.ts';
import { buildTime } from '../lib/clock.ts';
import { contentDir } from '../lib/content-dir.ts';
import { agingWarning, findAging } from '../lib/review.ts';

/**
 * Stops a build at the writers' mistakes, all of them at once, each with file, line and remedy; `npm run dev` only warns. What has
 * grown old is one warning: no build may fail because of a date. Leaves the articles in `read`, for the integrations that follow.
 */
export function contentCheck(read: ArticleText[]): AstroIntegration {
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': ({ config, command, logger }) => {
				const articles = readSources(contentDir);
				const warning = agingWarning(findAging(contentDir, support, buildTime(), articles));
				if (warning) logger.warn(warning);
				read.splice(0, Infinity, ...articles.map(toArticleText));
				const mistakes = checkContent(fileURLToPath(config.root), contentDir, articles);
				if (mistakes.length === 0) return;
				const report = `${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'} in content:\n${formatMistakes(mistakes)}`;
				if (command === 'build') throw new Error(report);
				logger.warn(report);
			},
		},
	};
}
