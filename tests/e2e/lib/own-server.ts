import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { site } from '../../../src/config/site.ts';
import { freePort } from '../../../src/commands/lib/ports.ts';
import { deskToken } from './server.ts';

/** A server for one test file, with a clock of its own, on the site that has been built by then. */
export async function startServer({ dataDir, now, port: chosen }: ServerOptions): Promise<Server> {
	const port = chosen ?? (await freePort());
	const env = {
		...process.env,
		PORT: String(port),
		DATA_DIR: dataDir,
		NOW: now,
		DESK_TOKEN: deskToken,
		...(site.mode === 'production' ? { SITE_CONFIG: 'tests/fixtures/site-config.ts' } : {}),
	};
	const child = spawn(process.execPath, ['tests/e2e/lib/serve-built.ts'], { env, stdio: 'ignore' });
	await untilHealthy(port, child);
	return { origin: `http://localhost:${port}`, stop: () => stop(child) };
}

async function untilHealthy(port: number, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + 100_000;
	while (Date.now() < deadline && child.exitCode === null) {
		const response = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
		if (response?.ok) return;
		await wait(300);
	}
	throw new Error('the server of this test did not start');
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	child.kill('SIGTERM');
	await once(child, 'exit');
}

interface ServerOptions {
	/** That of a server before it, for pages that go on; a free one when absent. */
	port?: number;
	dataDir: string;
	/** RFC 3339: where its clock starts. */
	now: string;
}

export interface Server {
	/** `http://localhost:<port>`. */
	origin: string;
	stop: () => Promise<void>;
}
