import { parseArgs, type ParseArgsConfig } from 'node:util';

import { CommandError } from './command-error.ts';

/** `parseArgs` of this command's own arguments; a flag that it does not have is answered with how to use it. */
export function readFlags<const T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new CommandError(`${error.message.split('. ')[0]}. Write ${usage}.`);
	}
}
