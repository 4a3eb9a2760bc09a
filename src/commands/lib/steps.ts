import { captureTool } from './processes.ts';

/** Runs steps, at most `limit` at a time, prints one line for each and the output of those that fail. */
export async function runSteps(steps: readonly Step[], limit: number): Promise<StepResult[]> {
	const results = new Map<string, StepResult>();
	const waiting = [...steps];
	const working = new Set<Promise<void>>();
	while (waiting.length > 0 || working.size > 0) {
		const next = waiting.findIndex((step) => (step.after ?? []).every((name) => results.has(name)));
		const [step] = next >= 0 && working.size < limit ? waiting.splice(next, 1) : [];
		if (!step) {
			if (working.size === 0) throw new Error(`steps wait for unknown ones: ${waiting.map(({ name }) => name).join(', ')}`);
			await Promise.race(working);
			continue;
		}
		const work: Promise<void> = runStep(step, results).then((result) => {
			results.set(step.name, result);
			working.delete(work);
			report(result);
		});
		working.add(work);
	}
	return [...results.values()];
}

async function runStep(step: Step, results: ReadonlyMap<string, StepResult>): Promise<StepResult> {
	const broken = step.after?.find((name) => results.get(name)?.isPassed === false);
	if (broken) return { name: step.name, isPassed: false, seconds: 0, output: `not run: "${broken}" failed` };
	const started = performance.now();
	const { code, output } = step.run ? await step.run() : await captureTool(step.command);
	return { name: step.name, isPassed: code === 0, seconds: (performance.now() - started) / 1000, output };
}

function report({ name, isPassed, seconds, output }: StepResult): void {
	console.log(`${isPassed ? '✓' : '✗'} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s`);
	if (!isPassed) console.log(`\n${output.trim()}\n`);
}

/** One tool, or one function of ours, that passes or fails. It starts when every step that `after` names has passed. */
export type Step = { name: string; after?: readonly string[] } & (
	| { command: readonly string[]; run?: never }
	| { run: () => Promise<{ code: number; output: string }> }
);

export interface StepResult {
	name: string;
	isPassed: boolean;
	seconds: number;
	output: string;
}
