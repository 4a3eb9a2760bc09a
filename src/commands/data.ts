import { CommandError, runCommand } from './lib/command-error.ts';
import { readFlags } from './lib/flags.ts';
import { readLocalSettings } from './lib/local-settings.ts';
import { stopOnSignal } from './lib/processes.ts';
import { reindex } from './lib/reindex.ts';
import { wranglerQuery, wranglerScript } from './lib/report-data.ts';

const usage = 'npm run data -- reindex [--remote]';
const options = { remote: { type: 'boolean', default: false } } as const;

/** `npm run data`: work on what is stored, in the local database or with `--remote` in production's. */
async function data(): Promise<number> {
	const { values, positionals } = readFlags({ options, allowPositionals: true }, usage);
	const [task, ...others] = positionals;
	if (task !== 'reindex' || others.length > 0) throw new CommandError(`Write ${usage}.`);
	const place = { dataDir: readLocalSettings(process.env, 8787).dataDir, isRemote: values.remote };
	const { requests, terms } = await reindex(wranglerQuery(place), wranglerScript(place));
	console.log(`The desk's search knows ${requests} requests by ${terms} terms.`);
	return 0;
}

stopOnSignal(130);
await runCommand(data);
