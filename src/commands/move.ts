import { CommandError, runCommand } from './lib/command-error.ts';
import { applyChanges } from './lib/content-files.ts';
import { readFlags } from './lib/flags.ts';
import { planMove } from './lib/move-article.ts';

const usage = 'npm run move faq/old-slug faq/new-slug';

/** `npm run move OLD NEW`: gives an article another address; the old one leads to it. */
async function move(): Promise<number> {
	const [from, to, ...more] = readFlags({ options: {}, allowPositionals: true }, usage).positionals;
	if (from === undefined || to === undefined || more.length > 0) throw new CommandError(`Name two addresses: ${usage}.`);
	const { changes, lines } = planMove(process.cwd(), from, to);
	applyChanges(process.cwd(), changes);
	console.log(lines.join('\n'));
	return 0;
}

await runCommand(move);
