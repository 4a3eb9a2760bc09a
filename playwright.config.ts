import { defineConfig } from '@playwright/test';

import { site } from './src/config/site.ts';
import { chromiumArguments } from './src/commands/lib/chromium.ts';
import { deskToken, now, port } from './tests/e2e/lib/server.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** A fork that is configured for production is tested with the test configuration: local switches are refused there. */
const siteConfig = site.mode === 'production' ? { SITE_CONFIG: 'tests/fixtures/site-config.ts' } : {};

/** `npm test` has built the site by then, but with the configuration as it is. */
const isBuilt = process.env['SITE_BUILT'] && site.mode !== 'production';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	workers: 2,
	fullyParallel: true,
	// What no words change is tried in the one language that its tag names; `inEachLanguage` would make it twice.
	grepInvert: [/ en .*@zh-cn$/, / zh-cn .*@en$/],
	forbidOnly: Boolean(process.env['CI']),
	retries: 0,
	timeout: 30_000,
	expect: { timeout: 7_000 },
	reporter: 'list',
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: { executablePath, args: chromiumArguments },
		screenshot: 'only-on-failure',
		timezoneId: 'Asia/Shanghai',
	},
	webServer: {
		command: `node src/commands/start.ts ${isBuilt ? '--no-build' : ''}`,
		url: `http://localhost:${port}/api/health`,
		env: {
			PORT: String(port),
			DATA_DIR: `test-results/data-${process.pid}`,
			NOW: now,
			DESK_TOKEN: deskToken,
			...siteConfig,
		},
		timeout: 180_000,
		stdout: 'pipe',
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
	},
});
