import { describe, expect, it } from 'vitest';

import { readLocalSettings, refusedSwitches } from '../../src/commands/lib/local-settings.ts';

describe('the switches of npm start', () => {
	it('have defaults, and blank is the same as absent', () => {
		const defaults = readLocalSettings({}, 8787);
		expect(defaults).toEqual({
			port: 8787,
			dataDir: '.wrangler/state',
			rateLimit: 'on',
			deskToken: undefined,
			now: undefined,
			siteConfig: undefined,
		});
		expect(readLocalSettings({ PORT: '', NOW: ' ', RATE_LIMIT: '' }, 8787)).toEqual(defaults);
	});

	it('take an instant with any offset', () => {
		expect(readLocalSettings({ NOW: '2026-11-23T10:00:00+08:00' }, 8787).now).toBe(Date.UTC(2026, 10, 23, 2));
	});

	it.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '80a'],
		['PORT', '-1'],
		['NOW', '2026-11-23'],
		['NOW', '2026-13-23T02:00:00Z'],
		['NOW', '2026-11-23T02:00:00'],
		['RATE_LIMIT', 'on'],
		['DESK_TOKEN', 'two words'],
	])('refuse %s=%s with a message that names the switch', (name, value) => {
		expect(() => readLocalSettings({ [name]: value }, 8787)).toThrow(name);
	});

	it('are each refused in production configuration, but not with a test configuration', () => {
		const environment = { PORT: '8080', DATA_DIR: 'data', RATE_LIMIT: 'off', DESK_TOKEN: 'token', NOW: '2026-11-23T02:00:00Z' };
		expect(refusedSwitches(environment, 'production')).toEqual(Object.keys(environment));
		expect(refusedSwitches(environment, 'demonstration')).toEqual([]);
		expect(refusedSwitches({ ...environment, SITE_CONFIG: 'tests/fixtures/site-config.ts' }, 'production')).toEqual([]);
	});
});
