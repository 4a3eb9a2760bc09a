import { describe, it } from 'vitest';

import { networkPrefix } from '../../worker/abuse/network.ts';

function prefix(address: string | null, environment: 'local' | 'production' = 'local'): string {
	return networkPrefix(
		new Request('http://localhost/', { headers: address ? { 'CF-Connecting-IP': address } : {} }),
		environment,
	);
}

describe('the network a request comes from', () => {
	it('is the whole IPv4 address, also when it is mapped into IPv6', ({ expect }) => {
		expect(prefix('198.51.100.7')).toBe('198.51.100.7');
		expect(prefix('::ffff:198.51.100.7')).toBe('198.51.100.7');
	});

	it('is the /64 of an IPv6 address, however it is written', ({ expect }) => {
		for (const address of ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:3::'])
			expect(prefix(address)).toBe('2001:db8:1:2::/64');
		expect(prefix('2001:db8::1')).toBe('2001:db8:0:0::/64');
		expect(prefix('::1')).toBe('0:0:0:0::/64');
	});

	it('is shared by all who do not say, and in production by all whose header nobody vouches for', ({ expect }) => {
		expect(prefix(null)).toBe('shared');
		expect(prefix('198.51.100.7', 'production')).toBe('shared');
	});
});
