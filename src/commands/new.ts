import { createInterface, type Interface } from 'node:readline/promises';

import { CommandError, runCommand } from './lib/command-error.ts';
import { applyChanges } from './lib/content-files.ts';
import { readFlags } from './lib/flags.ts';
import { readNow } from './lib/local-settings.ts';
import { planNewArticle, problemWith, questions, type Answers } from './lib/new-article.ts';
import { readSurroundings, type Surroundings } from './lib/surroundings.ts';

const text = { type: 'string' } as const;
const usage = `npm run new -- ${questions.map(([flag]) => `--${flag} …`).join(' ')} [--source zh-cn|en]`;

/** `npm run new`: both files of a new article, from flags, or from what it asks where a person sits at a terminal. */
async function newArticle(): Promise<number> {
	const options = { ...Object.fromEntries(questions.map(([flag]) => [flag, text])), source: text };
	const { values } = readFlags({ options }, usage);
	const answers = { ...values } as Partial<Answers>;
	const around = readSurroundings(process.cwd());
	const missing = questions.filter(([flag]) => answers[flag] === undefined);
	if (missing.length > 0) {
		if (!process.stdin.isTTY || !process.stdout.isTTY) {
			const names = missing.map(([flag]) => `--${flag}`).join(', ');
			throw new CommandError(`Missing: ${names}. Without a terminal to ask on, write ${usage}`);
		}
		const terminal = createInterface({ input: process.stdin, output: process.stdout });
		for (const [flag, question] of missing) answers[flag] = await ask(terminal, flag, question, around);
		terminal.close();
	}
	const { changes, lines } = planNewArticle(answers as Answers, around, readNow(process.env['NOW']) ?? Date.now());
	applyChanges(process.cwd(), changes);
	console.log(lines.join('\n'));
	return 0;
}

async function ask(terminal: Interface, flag: keyof Answers, question: string, around: Surroundings): Promise<string> {
	const choice = flag === 'category' ? ` (${around.categories.join(', ')})` : '';
	for (;;) {
		const answer = await terminal.question(`${question}${choice}: `).then(
			(line) => line.trim(),
			() => {
				throw new CommandError('Stopped; nothing was written.');
			},
		);
		const problem = problemWith(flag, answer, around);
		if (!problem) return answer;
		console.log(`  ${problem}`);
	}
}

await runCommand(newArticle);
