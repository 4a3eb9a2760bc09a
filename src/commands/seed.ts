import { CommandError, runCommand } from './lib/command-error.ts';
import { readArticles } from './lib/content-files.ts';
import { readFlags } from './lib/flags.ts';
import { readLocalSettings, requireNoRefusedSwitches } from './lib/local-settings.ts';
import { migrateLocalDatabase } from './lib/local-worker.ts';
import { stopOnSignal } from './lib/processes.ts';
import { wranglerScript } from './lib/report-data.ts';
import { fillStatements, removeStatements } from './lib/seed/demonstration-data.ts';
import { readSite } from './lib/site-config.ts';

const usage = 'npm run seed -- [--remove]';
const options = { remove: { type: 'boolean', default: false } } as const;

/** `npm run seed`: fills the local desk and its reports with marked demonstration data, or removes exactly that again. */
async function seed(): Promise<number> {
	const { values } = readFlags({ options }, usage);
	const { dataDir, now = Date.now(), siteConfig } = readLocalSettings(process.env, 8787);
	const { mode } = await readSite(siteConfig);
	requireNoRefusedSwitches(process.env, mode);
	if (mode === 'production')
		throw new CommandError('This help centre is configured for production: demonstration data has no place in it.');
	await migrateLocalDatabase(dataDir);
	// Filled twice it is the same: what is there goes first.
	const articles = readArticles('.').map(({ id }) => id);
	const fill = values.remove ? [] : fillStatements({ now, articles });
	await wranglerScript({ dataDir, isRemote: false })([...removeStatements(), ...fill]);
	console.log(
		values.remove
			? `The demonstration data has been removed from ${dataDir}.`
			: `200 requests of 60 days, calls, votes and searches are in ${dataDir}, each marked as demonstration. Remove them: npm run seed -- --remove`,
	);
	return 0;
}

stopOnSignal(130);
await runCommand(seed);
