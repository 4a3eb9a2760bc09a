import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as z from 'zod';

import { CommandError, runCommand } from './lib/command-error.ts';
import { stopOnSignal } from './lib/processes.ts';

/** `npm run bench -- NAME …` runs `tests/bench/NAME.ts`, whose `run` takes the rest and answers an exit code; without a name it lists them. */
async function bench(): Promise<number> {
	const files = await readdir('tests/bench');
	const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
	const [name, ...rest] = process.argv.slice(2);
	if (name === undefined) {
		console.log(names.toSorted().join('\n'));
		return 0;
	}
	if (!names.includes(name)) throw new CommandError(`There is no benchmark "${name}": choose from ${names.join(', ')}.`);
	const module: unknown = await import(pathToFileURL(resolve('tests/bench', `${name}.ts`)).href);
	const { run } = z
		.object({ run: z.custom<(argv: readonly string[]) => Promise<number>>((value) => typeof value === 'function') })
		.parse({ ...(module as object) });
	return run(rest);
}

stopOnSignal(130);
await runCommand(bench);
