import { createInterface } from 'node:readline/promises';

import { CommandError, runCommand } from './lib/command-error.ts';
import { readFlags } from './lib/flags.ts';
import { readLocalSettings } from './lib/local-settings.ts';
import { erasePerson } from './lib/person/erase.ts';
import { exportPerson } from './lib/person/export.ts';
import { wranglerFiles } from './lib/person/wrangler-files.ts';
import { stopOnSignal } from './lib/processes.ts';
import { reindex } from './lib/reindex.ts';
import { wranglerQuery, wranglerScript } from './lib/report-data.ts';

const usage = 'npm run data -- export|erase|reindex [--remote] [--email ADDRESS] [--to FOLDER] [--yes]';
const options = {
	remote: { type: 'boolean', default: false },
	email: { type: 'string' },
	to: { type: 'string' },
	yes: { type: 'boolean', default: false },
} as const;

const nothing = 'nothing';

const tasks: Record<string, (flags: Flags) => Promise<number>> = { export: exportTask, erase: eraseTask, reindex: reindexTask };

/** `npm run data`: work on what is stored, in the local database or with `--remote` in production's. */
async function data(): Promise<number> {
	const { values, positionals } = readFlags({ options, allowPositionals: true }, usage);
	const [name = '', ...others] = positionals;
	const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
	if (!task || others.length > 0) throw new CommandError(`Write ${usage}.`);
	const { dataDir, now = Date.now() } = readLocalSettings(process.env, 8787);
	return task({ ...values, dataDir, now });
}

/** What a person may ask for: everything that is stored about them. */
async function exportTask({ remote, email, to, dataDir, now }: Flags): Promise<number> {
	const folder = to ?? `.wrangler/exports/${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}`;
	const place = { dataDir, isRemote: remote };
	const query = wranglerQuery(place);
	const found = await exportPerson(query, { files: wranglerFiles(place), email: requireEmail(email), folder, at: now });
	console.log(`${folder}/person.json holds everything about this address: ${counted(found)}.`);
	console.log('Internal notes are in it. Hand it over to nobody but the person, and delete it then.');
	return 0;
}

/** What a person may ask for as well: that nothing of them stays. */
async function eraseTask({ remote, email, yes, dataDir, now }: Flags): Promise<number> {
	const place = { dataDir, isRemote: remote };
	const query = wranglerQuery(place);
	const where = remote ? 'production' : dataDir;
	const confirm = (found: Record<string, number>) =>
		yes ? Promise.resolve(true) : ask(`Erase ${counted(found)} from ${where}?`);
	const erased = await erasePerson(query, { files: wranglerFiles(place), email: requireEmail(email), at: now, confirm });
	if (!erased) {
		console.log('Nothing has been erased.');
		return 1;
	}
	const found = { ...erased.rows, files: erased.files };
	console.log(
		counted(found) === nothing
			? 'Nothing is stored about this address.'
			: `Erased: ${counted(found)}. Database, files and messages have been searched again: nothing is left.\nBackups forget it with time, see docs/operations.md.`,
	);
	return 0;
}

/** Makes the desk's search anew. */
async function reindexTask({ remote, dataDir }: Flags): Promise<number> {
	const place = { dataDir, isRemote: remote };
	const { requests, terms } = await reindex(wranglerQuery(place), wranglerScript(place));
	console.log(`The desk's search knows ${requests} requests by ${terms} terms.`);
	return 0;
}

async function ask(question: string): Promise<boolean> {
	if (!process.stdin.isTTY) throw new CommandError(`${question} Nobody is there to say so: add --yes.`);
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question(`${question} It cannot be undone. Write "erase": `);
	terminal.close();
	return answer.trim() === 'erase';
}

function requireEmail(email: string | undefined): string {
	if (email === undefined) throw new CommandError(`Whose? Write ${usage}.`);
	return email;
}

function counted(found: Record<string, number>): string {
	const parts = Object.entries(found).filter(([, count]) => count > 0);
	return parts.length > 0 ? parts.map(([table, count]) => `${count} ${table}`).join(', ') : nothing;
}

stopOnSignal(130);
await runCommand(data);

interface Flags {
	remote: boolean;
	email?: string | undefined;
	to?: string | undefined;
	yes: boolean;
	dataDir: string;
	/** Epoch milliseconds. */
	now: number;
}
