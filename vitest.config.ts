import { existsSync } from 'node:fs';

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

import { mostResults } from './src/shared/search-view.ts';
import { findInNode } from './tests/fixtures/search/must-find.ts';

/** Local-only secrets of the tests; in production they are wrangler secrets, with `npm start` they live in DATA_DIR. */
const bindings = { LINK_KEY: 'test-link-key-test-link-key-test-link-key', DESK_TOKEN: 'test-desk-token' };

/** The same in every `npm test`; `npm run bench -- fuzz` sets others. */
const fuzz = { runs: Number(process.env['FUZZ_RUNS'] ?? 300), seed: Number(process.env['FUZZ_SEED'] ?? 20261123) };

/** A small rush in every `npm test`; `npm run bench -- callbacks` makes a real one. */
const rush = {
	bookings: Number(process.env['RUSH_BOOKINGS'] ?? 120),
	slots: Number(process.env['RUSH_SLOTS'] ?? 5),
	rows: Number(process.env['RUSH_ROWS'] ?? 5000),
};

export default defineConfig({
	test: {
		// All of them: by default one is left free, which is half of a small machine.
		maxWorkers: '100%',
		coverage: {
			provider: 'istanbul',
			include: ['worker/**/*.{ts,tsx}', 'src/shared/**/*.ts'],
			exclude: ['**/*.d.ts'],
			thresholds: { lines: 85 },
			reporter: ['text-summary', 'json-summary'],
		},
		projects: [
			// Functions without state: files share a process.
			{ test: { name: 'unit', isolate: false, include: ['tests/unit/**/*.test.ts'] } },
			{ test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
			// The real server, started and killed.
			{ test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 120_000 } },
			{
				plugins: [
					cloudflareTest(async () => {
						if (!existsSync('dist/articles.json'))
							throw new Error('worker tests read the built site: run `npm run build` first (npm test does)');
						return {
							wrangler: { configPath: './wrangler.toml' },
							miniflare: {
								// By the clock of the machine: how many tests run in a minute must not matter. The one about bursts brings its own.
								ratelimits: { BURST: { namespace_id: '1001', simple: { limit: 1_000_000, period: 60 } } },
								// Empty, for tests that migrate one themselves.
								d1Databases: ['MIGRATED', 'MIGRATED_CALLS'],
								bindings: {
									...bindings,
									TEST_FUZZ: fuzz,
									TEST_RUSH: rush,
									TEST_MIGRATIONS: await readD1Migrations('./worker/migrations'),
									TEST_SEARCHES: await findInNode(mostResults.page),
								},
							},
						};
					}),
				],
				test: {
					name: 'worker',
					include: ['tests/worker/**/*.test.ts'],
					globalSetup: './tests/fixtures/webhooks/receiver.ts',
					isolate: false,
					// A workerd each. After the others: whatever is left of two cores is too little beside builds and servers.
					sequence: { groupOrder: 1 },
					maxWorkers: 2,
				},
			},
		],
	},
});
