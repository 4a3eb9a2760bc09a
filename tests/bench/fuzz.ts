import { runTool } from '../../src/commands/lib/processes.ts';

const defaultRuns = 20_000;

/**
 * `npm run bench -- fuzz [RUNS] [SEED]`: the fuzz run of the tests, longer and from another seed every time. Prints the seed; a failure
 * comes with the smallest request that shows it.
 */
export async function run([runs = String(defaultRuns), seed = String(Date.now() % 2 ** 31)]: readonly string[]): Promise<number> {
	console.log(`${runs} runs from seed ${seed}`);
	const command = ['vitest', 'run', '--project', 'worker', 'tests/worker/fuzz.test.ts'];
	return runTool(command, { env: { FUZZ_RUNS: runs, FUZZ_SEED: seed } });
}
