import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, it } from 'vitest';

import { migrateLocalDatabase } from '../../src/commands/lib/local-worker.ts';
import { captureTool } from '../../src/commands/lib/processes.ts';
import { reindex } from '../../src/commands/lib/reindex.ts';
import { wranglerQuery, wranglerScript } from '../../src/commands/lib/report-data.ts';

let root = '';
const place = () => ({ dataDir: join(root, '.wrangler/state'), isRemote: false });
const terms = async (where = place()) =>
	(await wranglerQuery(where)(['SELECT term, number FROM request_terms ORDER BY number, term']))[0];

/** Inserts as few columns as there must be. */
function request(reference: string, message: string): string {
	return `INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, updated_at, team)
		VALUES ('${reference}', 'received', 'en', 'other', 0, 'O''Hara', '', '${message}', 1, 1, 'support')`;
}

describe('the index of the desk’s search', { timeout: 180_000 }, () => {
	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'reindex-'));
		await migrateLocalDatabase(place().dataDir);
		await wranglerScript(place())([
			request('R-00000-00001', '没到账'),
			request('R-00000-00002', 'late'),
			`INSERT INTO request_messages (reference, author, body, created_at) VALUES ('R-00000-00002', 'note', 'memo', 1)`,
			`INSERT INTO request_terms (term, number) VALUES ('stale', 1), ('orphan', 99)`,
		]);
	}, 180_000);
	afterAll(() => rm(root, { recursive: true }));

	it('is made anew from what is stored, and nothing else stays in it', async ({ expect }) => {
		expect(await reindex(wranglerQuery(place()), wranglerScript(place()))).toEqual({ requests: 2, terms: 11 });
		expect(await terms()).toEqual([
			...['00000', '00001', 'hara', '到账', '没到', '账'].map((term) => ({ term, number: 1 })),
			...['00000', '00002', 'hara', 'late', 'memo'].map((term) => ({ term, number: 2 })),
		]);
	});

	it('is in a dump of the database and in what is restored from it, and goes on there', async ({ expect }) => {
		// An export looks for the database beside its configuration.
		const config = join(root, 'wrangler.toml');
		const database = '[[d1_databases]]\nbinding = "DB"\ndatabase_name = "help-centre"\ndatabase_id = "local"\n';
		await writeFile(config, `name = "help-centre"\ncompatibility_date = "2026-10-23"\n${database}`);
		const dump = join(root, 'dump.sql');
		const exported = await captureTool(
			['wrangler', 'd1', 'export', 'DB', '--local', '--config', config, '--output', dump, '-y'],
			{
				env: { CI: '1' },
			},
		);
		expect(exported.code, exported.output).toBe(0);
		const restored = { dataDir: join(root, 'restored'), isRemote: false };
		const read = ['wrangler', 'd1', 'execute', 'DB', '--local', '--persist-to', restored.dataDir, '--yes', '--file', dump];
		const { code, output } = await captureTool(read, { env: { CI: '1' } });
		expect(code, output).toBe(0);
		const before = await terms();
		await wranglerScript(restored)([request('R-00000-00003', 'new'), `DELETE FROM requests WHERE reference = 'R-00000-00001'`]);
		expect(await terms(restored)).toEqual((before as { number: number }[]).filter(({ number }) => number === 2));
		const [numbers] = await wranglerQuery(restored)(['SELECT reference, number FROM requests ORDER BY number']);
		expect(numbers).toEqual([
			{ reference: 'R-00000-00002', number: 2 },
			{ reference: 'R-00000-00003', number: 3 },
		]);
	});
});
