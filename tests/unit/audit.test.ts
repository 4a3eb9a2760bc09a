import { describe, it } from 'vitest';

import { auditDependencies } from '../../src/commands/lib/audit.ts';

const answering = (stdout: string) => async () => ({ code: stdout.includes('severity') ? 1 : 0, output: stdout, stdout });

describe('the audit of npm run review', () => {
	it('fails and names what has a known hole', async ({ expect }) => {
		const report = JSON.stringify({ vulnerabilities: { leaky: { severity: 'high', via: [] } } });
		expect(await auditDependencies(answering(report))).toEqual({ isBad: true, words: expect.stringContaining('leaky (high)') });
	});

	it('is content when there is none', async ({ expect }) => {
		expect(await auditDependencies(answering('{"vulnerabilities":{}}'))).toMatchObject({ isBad: false });
	});

	it('says so when the registry does not answer, in whatever way, and does not fail', async ({ expect }) => {
		for (const answer of ['', 'npm error', '{"error":{"code":"ENOAUDIT"}}'])
			expect(await auditDependencies(answering(answer))).toEqual({ isBad: false, words: expect.stringContaining('not checked') });
	});
});
