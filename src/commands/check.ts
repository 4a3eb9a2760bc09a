import { warnOfAging } from './lib/aging-warning.ts';
import { checkSteps, quickTests } from './lib/check-steps.ts';
import { runCommand } from './lib/command-error.ts';
import { stopOnSignal } from './lib/processes.ts';
import { runSteps } from './lib/steps.ts';

/** `npm run check`: the quick part of `npm test`. */
async function check(): Promise<number> {
	const results = await runSteps([...checkSteps, quickTests], 2);
	warnOfAging();
	return results.every(({ isPassed }) => isPassed) ? 0 : 1;
}

stopOnSignal(130);
await runCommand(check);
