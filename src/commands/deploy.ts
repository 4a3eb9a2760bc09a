import { unstable_readConfig } from 'wrangler';

import { official } from '#config/official';
import { site } from '#config/site';
import { support } from '#config/support';

import { contentDir } from '../lib/content-dir.ts';
import { readFakes } from '../lib/fakes.ts';
import { checkSteps, quickTests } from './lib/check-steps.ts';
import { CommandError, runCommand } from './lib/command-error.ts';
import { demonstrationValues } from './lib/demonstration.ts';
import { leadsWarning } from './lib/leads-warning.ts';
import { captureTool, runTool, stopOnSignal } from './lib/processes.ts';
import { runSteps } from './lib/steps.ts';

/** `npm run deploy`: checks, builds, migrates and deploys, once nothing of the demonstration is left. */
async function deploy(): Promise<number> {
	for (const name of ['SITE_CONFIG', 'CONTENT_DIR', 'OG']) {
		if (process.env[name]) throw new CommandError(`${name} is set: what is built for a test must not be deployed. Unset it.`);
	}
	const production = unstable_readConfig({ config: 'wrangler.toml', env: 'production' });
	const found = demonstrationValues(site, support, production, { official, fakes: readFakes(contentDir) });
	if (found.length > 0) {
		const list = found.map((value) => `  - ${value}`).join('\n');
		throw new CommandError(
			`This is still the demonstration, so it is not deployed. Replace (README, "Make it yours"):\n\n${list}`,
		);
	}
	// Checking builds the site into a fresh dist/, which is what gets deployed.
	const results = await runSteps([...checkSteps, quickTests], 2);
	if (results.some(({ isPassed }) => !isPassed)) throw new CommandError('Not deployed: the checks above failed.');
	const migrated = await runTool(['wrangler', 'd1', 'migrations', 'apply', 'DB', '--remote', '--env', 'production']);
	if (migrated !== 0) throw new CommandError('Not deployed: the database could not be migrated.');
	const deployed = await runTool(['wrangler', 'deploy', '--env', 'production']);
	// Last, where it is read: what stands above has scrolled away.
	const warning = deployed === 0 ? leadsWarning(production.vars, await listSecrets()) : null;
	if (warning) console.warn(`! ${warning}`);
	return deployed;
}

async function listSecrets(): Promise<string> {
	return (await captureTool(['wrangler', 'secret', 'list', '--env', 'production', '--format', 'json'])).stdout;
}

stopOnSignal(130);
await runCommand(deploy);
