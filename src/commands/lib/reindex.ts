import * as z from 'zod';

import { termsOf } from '#shared/request-terms';

import type { Query } from './report-data.ts';

const requestsAtOnce = 300;
/** A statement of D1 holds 100 kB. */
const rowsPerStatement = 1000;

const text = z.string().nullable();
const RequestsSchema = z.array(z.object({ number: z.int() }).catchall(text));
const MessagesSchema = z.array(z.object({ number: z.int(), body: z.string() }));

/**
 * Makes anew what the desk's search finds requests by. What is written meanwhile about a request that is being read may be
 * missing: run it again.
 */
export async function reindex(query: Query, run: Script): Promise<{ requests: number; terms: number }> {
	const done = { requests: 0, terms: 0 };
	for (let last = 0; ;) {
		const batch = await readBatch(query, last);
		const until = batch.at(-1)?.number;
		await run(statements(last, until, batch));
		done.requests += batch.length;
		done.terms += batch.reduce((sum, { terms }) => sum + terms.length, 0);
		if (until === undefined) return done;
		last = until;
	}
}

async function readBatch(query: Query, after: number): Promise<Indexed[]> {
	const some = `FROM requests WHERE number > ${after} ORDER BY number LIMIT ${requestsAtOnce}`;
	const [requests = [], messages = []] = await query([
		`SELECT number, reference, name, email, message, tx_hash, address, chain, app_version, device ${some}`,
		`SELECT number, body FROM request_messages JOIN requests USING (reference)
			WHERE reference IN (SELECT reference ${some}) ORDER BY request_messages.id`,
	]);
	const said = Map.groupBy(MessagesSchema.parse(messages), ({ number }) => number);
	return RequestsSchema.parse(requests).map(({ number, ...texts }) => ({
		number,
		terms: termsOf([...Object.values(texts), ...(said.get(number) ?? []).map(({ body }) => body)]),
	}));
}

/** Without a last number: everything after the first one goes, since nothing is there any more. */
function statements(after: number, until: number | undefined, batch: readonly Indexed[]): string[] {
	const rows = batch.flatMap(({ number, terms }) => terms.map((term) => `('${term.replaceAll("'", "''")}', ${number})`));
	const inserts = Array.from(
		{ length: Math.ceil(rows.length / rowsPerStatement) },
		(_, index) =>
			`INSERT INTO request_terms (term, number) VALUES ${rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement).join(', ')}`,
	);
	const range = until === undefined ? '' : ` AND number <= ${until}`;
	return [`DELETE FROM request_terms WHERE number > ${after}${range}`, ...inserts];
}

interface Indexed {
	number: number;
	terms: string[];
}

/** Runs statements that answer nothing. */
export type Script = (statements: readonly string[]) => Promise<void>;
