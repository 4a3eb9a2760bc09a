import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { indexSite } from '../search/build/site.ts';
import { CommandError, runCommand } from './lib/command-error.ts';

/** `npm run search:index -- --site DIR [--output DIR]`: the search index of any folder of HTML pages, by default into DIR/pagefind. */
async function searchIndex(): Promise<number> {
	const { values } = parseArgs({ options: { site: { type: 'string' }, output: { type: 'string' } } });
	if (!values.site) throw new CommandError('Name the folder of HTML pages: npm run search:index -- --site DIR');
	if (!existsSync(values.site)) throw new CommandError(`There is no folder ${values.site}.`);
	const output = values.output ?? join(values.site, 'pagefind');
	const count = await indexSite(values.site, output);
	console.log(`${count} pages indexed into ${output}`);
	return count > 0 ? 0 : 1;
}

await runCommand(searchIndex);
