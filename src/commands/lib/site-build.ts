import { rm } from 'node:fs/promises';

import { CommandError } from './command-error.ts';
import { captureTool } from './processes.ts';

/** Builds the site into a fresh `dist/`; says nothing unless it fails. `siteConfig` replaces `src/config/site.ts`. */
export async function buildSite(siteConfig?: string): Promise<void> {
	await rm('dist', { recursive: true, force: true });
	const { code, output } = await captureTool(['astro', 'build'], {
		env: siteConfig ? { SITE_CONFIG: siteConfig } : {},
	});
	if (code !== 0) throw new CommandError(`The site could not be built:\n\n${output}`);
}
