import { describe, it } from 'vitest';

import { leadsWarning } from '../../src/commands/lib/leads-warning.ts';

const secrets = (...names: string[]) => JSON.stringify(names.map((name) => ({ name, type: 'secret_text' })));

describe('a deployment', () => {
	it('warns when nobody leads the desk, also when nothing could be listed', ({ expect }) => {
		for (const listed of [secrets(), secrets('LINK_KEY', 'DESK_WRITERS'), '', 'You are not logged in.', 'null', '[null]'])
			expect(leadsWarning({ ENVIRONMENT: 'production' }, listed), listed).toContain('secret put DESK_LEADS');
		expect(leadsWarning({ DESK_LEADS: '' }, secrets())).not.toBeNull();
		expect(leadsWarning(undefined, '')).not.toBeNull();
	});

	it('says nothing when somebody does, by a secret or by a variable', ({ expect }) => {
		expect(leadsWarning({}, secrets('LINK_KEY', 'DESK_LEADS'))).toBeNull();
		expect(leadsWarning({ DESK_LEADS: 'lin@help.wallet-of-somebody.com' }, '')).toBeNull();
	});
});
