import { support } from '#config/support';

import { agingKinds, findAging } from '../lib/review.ts';
import { auditDependencies } from './lib/audit.ts';
import { runCommand } from './lib/command-error.ts';
import { readNow } from './lib/local-settings.ts';
import { formatTable } from './lib/table.ts';

/** `npm run review`: what has grown old on the day that `NOW` names, else today, and dependencies with known holes; fails when anything is overdue. */
async function review(): Promise<number> {
	const found = findAging('content', support, readNow(process.env['NOW']) ?? Date.now());
	for (const kind of Object.keys(agingKinds)) {
		const rows = found
			.filter((item) => item.kind === kind)
			.map(({ file, date, remedy, isOverdue }) => [file, date, isOverdue ? 'overdue' : 'soon', remedy]);
		if (rows.length > 0) console.log(`\n${kind}\n\n${formatTable(['file', 'date', '', 'what to do'], rows)}`);
	}
	const overdue = found.filter(({ isOverdue }) => isOverdue).length;
	console.log(`\n${overdue} overdue, ${found.length - overdue} soon`);
	const audit = await auditDependencies();
	console.log(`\n${audit.words}`);
	return overdue > 0 || audit.isBad ? 1 : 0;
}

await runCommand(review);
