import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { CommandError } from './command-error.ts';
import type { LocalSettings } from './local-settings.ts';
import { captureTool, exitOf, startTool } from './processes.ts';

/** Brings the local database in DATA_DIR up to date. */
export async function migrateLocalDatabase(dataDir: string): Promise<void> {
	const command = ['wrangler', 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', dataDir];
	const { code, output } = await captureTool(command, { env: { CI: '1' } });
	if (code !== 0) throw new CommandError(`The database in ${dataDir} could not be migrated:\n${output}`);
}

/**
 * Starts the Worker on embedded storage and waits until it is healthy. Resolves to its login for the desk and a promise
 * of its end, which only comes by itself when it fails.
 */
export async function startLocalWorker(settings: LocalSettings, options: WorkerOptions = {}): Promise<LocalWorker> {
	const dataDir = resolve(settings.dataDir);
	await mkdir(dataDir, { recursive: true });
	await mkdir('dist', { recursive: true });
	const deskToken = settings.deskToken ?? randomBytes(16).toString('base64url');
	const secrets = await writeSecrets(dataDir, {
		LINK_KEY: await linkKey(dataDir),
		DESK_TOKEN: deskToken,
		...(settings.rateLimit === 'off' && { RATE_LIMIT: 'off' }),
		...(settings.now !== undefined && { CLOCK_OFFSET_MS: String(settings.now - Date.now()) }),
		PUBLIC_ORIGIN: options.siteOrigin ?? `http://localhost:${settings.port}`,
		...(options.siteOrigin && { SITE_ORIGIN: options.siteOrigin }),
	});
	const command = ['wrangler', 'dev', '--local', '--ip', 'localhost', '--port', String(settings.port), '--persist-to', dataDir];
	command.push('--env-file', secrets, '--show-interactive-dev-session=false', '--log-level', 'error');
	if (settings.siteConfig) command.push('--tsconfig', await writeSiteConfigPaths(dataDir, settings.siteConfig));
	const child = startTool(command);
	const ended = exitOf(child);
	await waitUntilHealthy(settings.port, child);
	return { deskToken, ended };
}

/** Runs the scheduled work every minute, as cron does in production; locally nothing else would. */
export function tickEveryMinute(port: number): void {
	const url = `http://localhost:${port}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`;
	const tick = () => {
		fetch(url).catch((error: unknown) => console.error('The scheduled work could not be started:', String(error)));
	};
	// What was owed when the server stopped has waited long enough.
	tick();
	setInterval(tick, 60_000).unref();
}

/** The key of private links, made once: with another one, links handed out before a restart would stop working. */
async function linkKey(dataDir: string): Promise<string> {
	const file = join(dataDir, 'link-key');
	if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
	const key = randomBytes(32).toString('base64url');
	await writePrivately(file, `${key}\n`);
	return key;
}

/** Secrets go through a file that only its owner can read: arguments are visible to every user of the machine. */
async function writeSecrets(dataDir: string, values: Record<string, string>): Promise<string> {
	const file = join(dataDir, 'worker.env');
	// wrangler expands `$NAME` in values, so a dollar sign has to be escaped.
	const lines = Object.entries(values).map(([name, value]) => `${name}=${quote(value.replaceAll('$', String.raw`\$`))}\n`);
	await writePrivately(file, lines.join(''));
	return file;
}

/** dotenv has no escapes in quotes: take a kind of quote that the value does not contain. */
function quote(value: string): string {
	const mark = ["'", '"', '`'].find((candidate) => !value.includes(candidate));
	if (!mark) throw new CommandError('DESK_TOKEN may not contain all three kinds of quotes.');
	return mark + value + mark;
}

async function writePrivately(file: string, text: string): Promise<void> {
	await writeFile(file, text, { mode: 0o600 });
	await chmod(file, 0o600);
}

/** Points `#config/site` elsewhere for the Worker's bundler: it takes `paths` before the package's own `imports`. */
async function writeSiteConfigPaths(dataDir: string, siteConfig: string): Promise<string> {
	const file = join(dataDir, 'tsconfig.site-config.json');
	const paths = { '#config/site': [resolve(siteConfig)] };
	await writeFile(file, JSON.stringify({ extends: resolve('worker/tsconfig.json'), compilerOptions: { paths } }));
	return file;
}

async function waitUntilHealthy(port: number, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const status = await fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(5000) }).then(
			(response) => String(response.status),
			() => 'no answer',
		);
		if (status === '200') return;
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new CommandError('The Worker ended before it was ready; its own message stands above.');
		}
		if (Date.now() > deadline) throw new CommandError(`The server did not get ready within a minute (/api/health: ${status}).`);
		await wait(100);
	}
}

interface WorkerOptions {
	/** Where built pages and articles.json come from instead of `dist/`: the Astro dev server. */
	siteOrigin?: string;
}

interface LocalWorker {
	deskToken: string;
	ended: Promise<number>;
}
