import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { checkContent, formatMistakes } from '../lib/check/index.ts';
import { contentDir } from '../lib/content-dir.ts';

/** Stops a build at the writers' mistakes, all of them at once, each with file, line and remedy; `npm run dev` only warns. */
export function contentCheck(): AstroIntegration {
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': ({ config, command, logger }) => {
				const mistakes = checkContent(fileURLToPath(config.root), contentDir);
				if (mistakes.length === 0) return;
				const report = `${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'} in content:\n${formatMistakes(mistakes)}`;
				if (command === 'build') throw new Error(report);
				logger.warn(report);
			},
		},
	};
}
