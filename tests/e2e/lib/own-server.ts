import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { site } from '../../../src/config/site.ts';
import { deskToken } from './server.ts';

/** A server for one test file, with a clock of its own, on the site that has been built by then. */
export async function startServer({ port, dataDir, now }: ServerOptions): Promise<Server> {
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
	return { stop: () => stop(child) };
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
	port: number;
	dataDir: string;
	/** RFC 3339: where its clock starts. */
	now: string;
}

export interface Server {
	stop: () => Promise<void>;
}
