import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod';

import { CommandError } from './command-error.ts';
import { captureTool } from './processes.ts';

const dayMs = 24 * 60 * 60 * 1000;

const AnswerSchema = z.array(z.object({ results: z.array(z.unknown()) }));
const NameSchema = z.object({ name: z.string() });
const VoteSchema = z.object({ article: z.string(), value: z.enum(['yes', 'no']), reason: z.string().nullable(), count: z.int() });
const RequestSchema = z.object({ article: z.string(), count: z.int() });
const CommentSchema = z.object({ article: z.string(), comment: z.string(), at: z.int() });
const MissSchema = z.object({ locale: z.string(), query: z.string(), count: z.int() });
const HiddenSchema = z.tuple([z.object({ count: z.int() })]);

/**
 * Reads what readers have said in the `days` before `now` (milliseconds since the epoch); what is held as spam does not count.
 * Comments are read only if asked for. Fails where there is no database.
 */
export async function readReportData(query: Query, { days, now, withComments }: ReadOptions): Promise<ReportData> {
	const since = now - days * dayMs;
	const [tables = []] = await query([`SELECT name FROM sqlite_master WHERE type = 'table'`]);
	const names = new Set(
		z
			.array(NameSchema)
			.parse(tables)
			.map(({ name }) => name),
	);
	if (!names.has('votes'))
		throw new CommandError('The database is empty: start the help centre once (npm start), or migrate it.');
	const collectsMisses = names.has('search_misses');
	// Misses are counted by day (UTC).
	const sinceDay = since - (since % dayMs);
	const [votes = [], requests = [], comments = [], misses = [], hidden = []] = await query([
		`SELECT article, value, reason, COUNT(*) AS count FROM votes WHERE held = 0 AND updated_at >= ${since} GROUP BY article, value, reason`,
		`SELECT trail.value AS article, COUNT(DISTINCT requests.reference) AS count FROM requests, json_each(requests.articles) AS trail
			WHERE requests.state <> 'held' AND requests.spam = 0 AND requests.created_at >= ${since} GROUP BY trail.value`,
		withComments
			? `SELECT article, comment, updated_at AS at FROM votes WHERE comment IS NOT NULL AND held = 0 AND updated_at >= ${since}
				ORDER BY updated_at DESC LIMIT 20`
			: 'SELECT 1 WHERE 0',
		collectsMisses
			? `SELECT texts.locale, query, SUM(count) AS count FROM search_miss_texts AS texts JOIN search_misses USING (text)
				WHERE day >= ${sinceDay} GROUP BY text`
			: 'SELECT 1 WHERE 0',
		collectsMisses
			? `SELECT COALESCE(SUM(count), 0) AS count FROM search_misses
				WHERE day >= ${sinceDay} AND text NOT IN (SELECT text FROM search_miss_texts)`
			: 'SELECT 0 AS count',
	]);
	return {
		votes: z.array(VoteSchema).parse(votes),
		requests: z.array(RequestSchema).parse(requests),
		comments: z.array(CommentSchema).parse(comments),
		misses: collectsMisses ? z.array(MissSchema).parse(misses) : undefined,
		hiddenMisses: HiddenSchema.parse(hidden)[0].count,
	};
}

/** Queries the database of `npm start` in DATA_DIR, or with `isRemote` that of production. */
export function wranglerQuery({ dataDir, isRemote }: Place): Query {
	const place = placeOf({ dataDir, isRemote });
	return async (statements) => {
		const command = ['wrangler', 'd1', 'execute', 'DB', ...place, '--json', '--yes', '--command', statements.join(';\n')];
		const { code, output, stdout } = await captureTool(command, { env: { CI: '1' } });
		if (code !== 0) throw new CommandError(`The database could not be read:\n${output}`);
		return AnswerSchema.parse(JSON.parse(stdout.slice(stdout.indexOf('[')))).map(({ results }) => results);
	};
}

/** As `wranglerQuery`, for statements that answer nothing and may be too many for a command line. */
export function wranglerScript({ dataDir, isRemote }: Place): (statements: readonly string[]) => Promise<void> {
	const place = placeOf({ dataDir, isRemote });
	return async (statements) => {
		const folder = await mkdtemp(join(tmpdir(), 'help-centre-sql-'));
		try {
			const file = join(folder, 'script.sql');
			await writeFile(file, `${statements.join(';\n')};\n`, { mode: 0o600 });
			const command = ['wrangler', 'd1', 'execute', 'DB', ...place, '--yes', '--file', file];
			const { code, output } = await captureTool(command, { env: { CI: '1' } });
			if (code !== 0) throw new CommandError(`The database could not be written:\n${output}`);
		} finally {
			await rm(folder, { recursive: true });
		}
	};
}

function placeOf({ dataDir, isRemote }: Place): string[] {
	if (!isRemote && !existsSync(join(dataDir, 'v3/d1')))
		throw new CommandError(
			`There is no database in ${dataDir} yet: start the help centre once (npm start), or name its DATA_DIR.`,
		);
	return isRemote ? ['--env', 'production', '--remote'] : ['--local', '--persist-to', dataDir];
}

interface Place {
	dataDir: string;
	isRemote: boolean;
}

/** Runs statements and answers the rows of each. */
export type Query = (statements: readonly string[]) => Promise<unknown[][]>;

export interface ReadOptions {
	days: number;
	now: number;
	withComments: boolean;
}

export interface ReportData {
	votes: z.output<typeof VoteSchema>[];
	requests: z.output<typeof RequestSchema>[];
	/** The newest first; `at` in milliseconds since the epoch. */
	comments: z.output<typeof CommentSchema>[];
	/** Undefined while nothing collects them. */
	misses: z.output<typeof MissSchema>[] | undefined;
	/** Searches for words that too few networks have used to be known. */
	hiddenMisses: number;
}
