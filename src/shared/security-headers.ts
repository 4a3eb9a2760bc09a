const turnstileOrigin = 'https://challenges.cloudflare.com';

interface SecurityHeaderOptions {
	/** CSP sources of the scripts that stand inline in a built page, quotes included: `'sha256-…'`. */
	scriptHashes?: readonly string[];
	/** Cloudflare's challenge may be loaded. */
	turnstile?: boolean;
	/** Keeps a demonstration out of search engines. */
	demonstration: boolean;
}

/** Security headers of every answer: the build writes them to `dist/_headers` for static files, the Worker sets them on its own. */
export function securityHeaders({
	scriptHashes = [],
	turnstile = false,
	demonstration,
}: SecurityHeaderOptions): Record<string, string> {
	return {
		'Content-Security-Policy': contentSecurityPolicy(scriptHashes, turnstile ? [turnstileOrigin] : []),
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
		// Not `no-referrer`: with it browsers send `Origin: null` on form posts, which the cross-site guard refuses.
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
		'X-Content-Type-Options': 'nosniff',
		'Cross-Origin-Opener-Policy': 'same-origin',
		...(demonstration ? { 'X-Robots-Tag': 'noindex' } : {}),
	};
}

function contentSecurityPolicy(scriptHashes: readonly string[], turnstile: readonly string[]): string {
	const directives: Record<string, readonly string[]> = {
		'default-src': ["'none'"],
		// Pagefind searches in WebAssembly.
		'script-src': ["'self'", "'wasm-unsafe-eval'", ...scriptHashes, ...turnstile],
		'style-src': ["'self'"],
		'img-src': ["'self'", 'data:'],
		'connect-src': ["'self'"],
		...(turnstile.length > 0 ? { 'frame-src': turnstile } : {}),
		'worker-src': ["'self'"],
		'manifest-src': ["'self'"],
		'font-src': ["'self'"],
		'form-action': ["'self'"],
		'base-uri': ["'none'"],
		'frame-ancestors': ["'none'"],
	};
	return Object.entries(directives)
		.map(([name, sources]) => [name, ...sources].join(' '))
		.join('; ');
}
