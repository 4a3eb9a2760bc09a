import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as z from 'zod';

import { SiteSchema, type Site } from '../../config/schema.ts';
import { CommandError } from './command-error.ts';

/** The site configuration that a build would use: the file that `SITE_CONFIG` names, else `src/config/site.ts`. */
export async function readSite(siteConfig: string | undefined): Promise<Site> {
	const file = siteConfig ?? 'src/config/site.ts';
	if (!existsSync(file)) throw new CommandError(`SITE_CONFIG names ${file}, which does not exist.`);
	const module: unknown = await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
		throw new CommandError(
			`${file} cannot be read: ${error instanceof z.ZodError ? `\n${z.prettifyError(error)}` : String(error)}`,
		);
	});
	const parsed = z.object({ site: SiteSchema }).safeParse({ ...(module as object) });
	if (!parsed.success) throw new CommandError(`${file} must export a valid \`site\`:\n${z.prettifyError(parsed.error)}`);
	return parsed.data.site;
}
