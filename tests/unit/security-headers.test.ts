import { describe, it } from 'vitest';

import { securityHeaders } from '#shared/security-headers';

describe('security headers', () => {
	it('allow no inline code but the scripts that are named', ({ expect }) => {
		const csp = securityHeaders({ demonstration: true, scriptHashes: ["'sha256-abc='"] })['Content-Security-Policy'];
		expect(csp).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';");
		expect(csp).not.toContain('unsafe-inline');
		expect(csp).toContain("frame-ancestors 'none'");
	});

	it('let browsers say where a form comes from', ({ expect }) => {
		expect(securityHeaders({ demonstration: false })['Referrer-Policy']).toBe('same-origin');
	});

	it('keep only a demonstration out of search engines', ({ expect }) => {
		expect(securityHeaders({ demonstration: true })).toHaveProperty('X-Robots-Tag', 'noindex');
		expect(securityHeaders({ demonstration: false })).not.toHaveProperty('X-Robots-Tag');
	});
});
