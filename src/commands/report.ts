import { writeFile } from 'node:fs/promises';

import { readRedirects } from '../lib/redirects.ts';
import { CommandError, runCommand } from './lib/command-error.ts';
import { readArticles, readIfThere } from './lib/content-files.ts';
import { readFlags } from './lib/flags.ts';
import { readLocalSettings } from './lib/local-settings.ts';
import { stopOnSignal } from './lib/processes.ts';
import { readReportData, wranglerQuery } from './lib/report-data.ts';
import { rankArticles } from './lib/report-ranking.ts';
import { formatComments, formatReport } from './lib/report-text.ts';

const usage = 'npm run report -- [--remote] [--days 90] [--markdown FILE] [--comments]';
const options = {
	remote: { type: 'boolean', default: false },
	days: { type: 'string', default: '90' },
	markdown: { type: 'string' },
	comments: { type: 'boolean', default: false },
} as const;

/** `npm run report`: the articles that readers are least served by, from the local database or with `--remote` production's. */
async function report(): Promise<number> {
	const { values } = readFlags({ options }, usage);
	const days = Number(values.days);
	if (!/^\d{1,4}$/.test(values.days) || days < 1)
		throw new CommandError(`--days ${values.days} is not a number of days: ${usage}`);
	const { dataDir, now = Date.now() } = readLocalSettings(process.env, 8787);
	const articles = readArticles('.').map(({ id, data }) => ({ id, title: data?.title ?? id, aliases: data?.aliases ?? [] }));
	const query = wranglerQuery({ dataDir, isRemote: values.remote });
	const { comments, ...signals } = await readReportData(query, { days, now, withComments: values.comments });
	const redirects = readRedirects(readIfThere('.', 'content/redirects.yml'));
	const text = formatReport({
		...rankArticles({ ...signals, articles, redirects }),
		isCollectingMisses: signals.misses !== undefined,
		hiddenMisses: signals.hiddenMisses,
		days,
	});
	console.log(text);
	// A file gets passed on; what readers wrote must not.
	if (values.markdown !== undefined) await writeFile(values.markdown, `${text}\n`);
	console.log(
		values.comments ? `\n${formatComments(comments)}` : '\nWhat readers wrote can hold personal data; --comments prints it.',
	);
	return 0;
}

stopOnSignal(130);
await runCommand(report);
