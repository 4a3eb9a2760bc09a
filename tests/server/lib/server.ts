import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort } from '../../../src/commands/lib/ports.ts';

if (!existsSync('dist/articles.json'))
	throw new Error('server tests serve the built site: run `npm run build` first (npm test does)');

/** A data folder of its own, with whatever servers are started on it; `close` leaves neither. */
export function makePlace(): Place {
	const dataDir = mkdtempSync(join(tmpdir(), 'help-centre-'));
	const running = new Set<Server>();
	return {
		async start(now) {
			const server = await start(dataDir, now);
			running.add(server);
			return server;
		},
		query: (sql) => withDatabase(dataDir, (database) => database.prepare(sql).all()),
		fill: (statements) => withDatabase(dataDir, (database) => database.exec(['BEGIN', ...statements, 'COMMIT'].join(';\n'))),
		async close() {
			for (const server of running) await server.kill();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

function withDatabase<Result>(dataDir: string, work: (database: DatabaseSync) => Result): Result {
	const folder = join(dataDir, 'v3/d1/miniflare-D1DatabaseObject');
	const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') && !name.startsWith('metadata'));
	const database = new DatabaseSync(join(folder, file ?? ''));
	try {
		return work(database);
	} finally {
		database.close();
	}
}

/** Starts `npm start`'s command as the leader of a process group of its own, on a free port. */
async function start(dataDir: string, now: number): Promise<Server> {
	const port = await freePort();
	const child = spawn(process.execPath, ['src/commands/start.ts', '--no-build'], {
		detached: true,
		stdio: 'ignore',
		env: {
			...process.env,
			PORT: String(port),
			DATA_DIR: dataDir,
			NOW: new Date(now).toISOString(),
			RATE_LIMIT: 'off',
			DESK_TOKEN: 't',
		},
	});
	const group = -Number(child.pid);
	const origin = `http://localhost:${port}`;
	const server = {
		origin,
		tick: async () => (await fetch(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`)).text(),
		async kill() {
			if (isThere(group)) process.kill(group, 'SIGKILL');
			while (isThere(group)) await wait(20);
		},
	};
	for (const deadline = Date.now() + 90_000; ;) {
		const isReady = await fetch(`${origin}/api/health`).then(
			({ ok }) => ok,
			() => false,
		);
		if (isReady) return server;
		if (child.exitCode !== null || Date.now() > deadline) {
			await server.kill();
			throw new Error('the server did not get ready');
		}
		await wait(100);
	}
}

/** Whether any process of a group is left. */
function isThere(group: number): boolean {
	try {
		process.kill(group, 0);
		return true;
	} catch {
		return false;
	}
}

interface Place {
	/** `now` is in epoch milliseconds. */
	start(now: number): Promise<Server>;
	/** Rows of the database; ask only while no server runs. */
	query(sql: string): Record<string, unknown>[];
	/** Writes to the database; only while no server runs. */
	fill(statements: readonly string[]): void;
	close(): Promise<void>;
}

export interface Server {
	origin: string;
	/** What cron does every minute. */
	tick(): Promise<string>;
	/** Ends every process at once, as a crash would, and waits until none is left. */
	kill(): Promise<void>;
}
