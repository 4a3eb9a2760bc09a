import { CommandError, runCommand } from './lib/command-error.ts';
import { readLocalSettings, requireNoRefusedSwitches } from './lib/local-settings.ts';
import { migrateLocalDatabase, startLocalWorker, tickEveryMinute } from './lib/local-worker.ts';
import { freePort, requireFreePort } from './lib/ports.ts';
import { exitOf, startTool, stopOnSignal } from './lib/processes.ts';
import { readSite } from './lib/site-config.ts';

/**
 * `npm run dev`: live preview for writers. Astro serves the pages and passes API, desk and form posts on to the Worker
 * (`API_ORIGIN`), which reads pages and articles back from Astro (`SITE_ORIGIN`), so that nothing has to be built.
 */
async function dev(): Promise<number> {
	const settings = readLocalSettings(process.env, 4321);
	const { mode } = await readSite(settings.siteConfig);
	requireNoRefusedSwitches(process.env, mode);
	await requireFreePort(settings.port);
	await migrateLocalDatabase(settings.dataDir);
	const apiPort = await freePort();
	const siteOrigin = `http://localhost:${settings.port}`;
	const { deskToken, ended } = await startLocalWorker({ ...settings, port: apiPort }, { siteOrigin });
	tickEveryMinute(apiPort);
	console.log(`\n  Desk     ${siteOrigin}/desk/   login: ${deskToken}\n  Mailbox  ${siteOrigin}/desk/mailbox/\n`);
	const astro = startTool(['astro', 'dev', '--port', String(settings.port)], {
		env: { API_ORIGIN: `http://localhost:${apiPort}` },
	});
	const code = await Promise.race([ended, exitOf(astro)]);
	throw new CommandError(`The preview ended by itself (exit code ${code}); the message stands above.`);
}

stopOnSignal(0);
await runCommand(dev);
