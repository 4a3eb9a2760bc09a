import { CommandError, runCommand } from './lib/command-error.ts';
import { applyChanges } from './lib/content-files.ts';
import { readFlags } from './lib/flags.ts';
import { planSignOff } from './lib/sign-off.ts';

const usage = 'npm run translated faq/forgot-password, or npm run translated -- --all for every article';

/** `npm run translated SLUG`: says that a translation has caught up with its source; `-- --all` says so of every one. */
async function translated(): Promise<number> {
	const { values, positionals } = readFlags({ options: { all: { type: 'boolean' } }, allowPositionals: true }, usage);
	const [name, ...more] = positionals;
	if (more.length > 0 || (name === undefined) !== (values.all === true)) throw new CommandError(`Name one article: ${usage}.`);
	const { changes, lines } = planSignOff(process.cwd(), name);
	applyChanges(process.cwd(), changes);
	console.log(lines.join('\n'));
	return 0;
}

await runCommand(translated);
