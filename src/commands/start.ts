import { existsSync } from 'node:fs';

import { warnOfAging } from './lib/aging-warning.ts';
import { runCommand, CommandError } from './lib/command-error.ts';
import { readFlags } from './lib/flags.ts';
import { readLocalSettings, requireNoRefusedSwitches, type LocalSettings } from './lib/local-settings.ts';
import { migrateLocalDatabase, startLocalWorker, tickEveryMinute } from './lib/local-worker.ts';
import { requireFreePort } from './lib/ports.ts';
import { stopOnSignal } from './lib/processes.ts';
import { buildSite } from './lib/site-build.ts';
import { readSite } from './lib/site-config.ts';

const usage = 'npm start -- [--no-build]';
const options = { 'no-build': { type: 'boolean', default: false } } as const;

/** `npm start`: builds the site and serves it with API and desk, on embedded storage, until it is stopped. */
async function start(): Promise<number> {
	const { values } = readFlags({ options }, usage);
	const settings = readLocalSettings(process.env, 8787);
	const { mode } = await readSite(settings.siteConfig);
	requireNoRefusedSwitches(process.env, mode);
	await requireFreePort(settings.port);
	await Promise.all([build(values['no-build'], settings), migrateLocalDatabase(settings.dataDir)]);
	const worker = await startLocalWorker(settings);
	tickEveryMinute(settings.port);
	printAddresses(settings, worker.deskToken);
	const code = await worker.ended;
	throw new CommandError(`The server ended by itself (exit code ${code}); its own message stands above.`);
}

/** What was built last is enough for whoever only wants the server back. */
async function build(isSkipped: boolean, { siteConfig }: LocalSettings): Promise<void> {
	if (isSkipped && existsSync('dist/articles.json')) return;
	console.log('Building the site …');
	warnOfAging();
	await buildSite(siteConfig);
}

function printAddresses(settings: LocalSettings, deskToken: string): void {
	const origin = `http://localhost:${settings.port}`;
	const lines = [
		`Help centre  ${origin}/`,
		`Desk         ${origin}/desk/   login: ${deskToken}`,
		`Mailbox      ${origin}/desk/mailbox/   what the help centre has mailed`,
		`Data         ${settings.dataDir}`,
		settings.now !== undefined && `Clock        started at ${new Date(settings.now).toISOString()}`,
		settings.rateLimit === 'off' && 'Rate limits  off',
	];
	console.log(`\n  ${lines.filter(Boolean).join('\n  ')}\n\n  Ctrl-C stops it.\n`);
}

stopOnSignal(0);
await runCommand(start);
