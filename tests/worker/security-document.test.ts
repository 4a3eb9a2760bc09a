import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';

import { postForm, send, setUp } from './helpers.ts';

setUp();

describe('what docs/security.md promises', () => {
	it('sends every browser to HTTPS for two years', async ({ expect }) => {
		for (const path of ['/api/health', '/en/search/', '/desk/', '/api/nothing'])
			expect((await send(path)).headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains');
	});

	it('limits guesses at the local login', async ({ expect }) => {
		const overrides = { BURST: { limit: async ({ key }: { key: string }) => ({ success: !key.startsWith('desk:') }) } };
		const response = await postForm('/desk/login', { token: env.DESK_TOKEN }, {}, { overrides });
		expect([response.status, response.headers.get('Set-Cookie')]).toEqual([429, null]);
	});
});
