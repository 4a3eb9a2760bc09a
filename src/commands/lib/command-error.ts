import { isStopping, stopTools } from './processes.ts';

/** What a person did or configured that a command cannot work with; shown as one message, without a stack. */
export class CommandError extends Error {
	override name = 'CommandError';
}

/** Runs a command's body and leaves no tool behind; a `CommandError` becomes its message and exit code 1. */
export async function runCommand(body: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await body();
	} catch (error) {
		if (isStopping()) return;
		console.error(error instanceof CommandError ? `\n${error.message}\n` : error);
		process.exitCode = 1;
		await stopTools();
	}
}
