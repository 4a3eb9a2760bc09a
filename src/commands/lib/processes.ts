import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** Keeps the tools quiet, off the network and quick (two local dashboards of wrangler cost half its speed). */
const toolEnvironment = {
	ASTRO_TELEMETRY_DISABLED: '1',
	CLOUDFLARE_CF_FETCH_ENABLED: 'false',
	WRANGLER_HIDE_BANNER: 'true',
	WRANGLER_SEND_METRICS: 'false',
	X_LOCAL_EXPLORER: 'false',
	X_LOCAL_OBSERVABILITY: 'false',
};

const running = new Set<ChildProcess>();
let stopping = false;

/** Starts a tool of this project. It never reads from the terminal, so it cannot stop to ask. */
export function startTool(command: readonly string[], options: ToolOptions = {}): ChildProcess {
	const [file = '', ...args] = command;
	const child = spawn(file, args, {
		stdio: ['ignore', options.output ?? 'inherit', options.output ?? 'inherit'],
		env: { ...process.env, ...toolEnvironment, PATH: toolPath(), ...options.env },
	} satisfies SpawnOptions);
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/** Runs a tool to its end with its output on this terminal. */
export async function runTool(command: readonly string[], options: ToolOptions = {}): Promise<number> {
	return exitOf(startTool(command, options));
}

/** Runs a tool to its end and keeps what it printed; `stdout` apart for tools that answer there. */
export async function captureTool(command: readonly string[], options: ToolOptions = {}): Promise<Captured> {
	const child = startTool(command, { ...options, output: 'pipe' });
	const chunks: Buffer[] = [];
	const answer: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.stdout?.on('data', (chunk: Buffer) => answer.push(chunk));
	try {
		const code = await exitOf(child);
		return { code, output: Buffer.concat(chunks).toString(), stdout: Buffer.concat(answer).toString() };
	} catch (error) {
		return { code: 1, output: String(error), stdout: '' };
	}
}

/** Ends everything that is still running, the hard way after five seconds. */
export async function stopTools(): Promise<void> {
	await Promise.all([...running].map(stop));
}

/**
 * Ends this command and its tools together. Ctrl-C in a terminal reaches the tools too, SIGTERM only this process; and an npm
 * that was killed outright must not leave a server behind that holds its port.
 */
export function stopOnSignal(exitCode: number): void {
	const end = () => {
		if (stopping) return;
		stopping = true;
		void stopTools().then(() => process.exit(exitCode));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
	if (!process.env['npm_lifecycle_event']) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && end(), 500).unref();
}

/** Whether a signal is ending this command: a tool that fails now is no news. */
export function isStopping(): boolean {
	return stopping;
}

/** Exit code of a child; one that died by a signal counts as failed. */
export async function exitOf(child: ChildProcess): Promise<number> {
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', (code) => done(code ?? 1));
	});
}

async function stop(child: ChildProcess): Promise<void> {
	const force = setTimeout(() => child.kill('SIGKILL'), 5000);
	child.kill('SIGTERM');
	await new Promise((done) => child.once('exit', done));
	clearTimeout(force);
}

/** The project's own binaries come first, the pinned Node among them. */
function toolPath(): string {
	return [resolve('node_modules/.bin'), process.env['PATH']].filter(Boolean).join(delimiter);
}

interface Captured {
	code: number;
	output: string;
	stdout: string;
}

interface ToolOptions {
	env?: Record<string, string>;
	output?: 'inherit' | 'pipe';
}
