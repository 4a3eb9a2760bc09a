import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { securityHeaders } from '../shared/security-headers.ts';

const year = 31_536_000;
/** Named by what they hold; of the search, the pieces of the index and the texts, not the lists of them. */
const forever = ['/_astro/*', '/og/*', '/pagefind/:folder/:file'];

/** Writes `dist/_headers`: security headers with the hashes of the scripts that stand inline in the built pages, and caching. */
export function headersFile(options: { demonstration: boolean; turnstile: boolean }): AstroIntegration {
	return {
		name: 'headers-file',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const scriptHashes = await inlineScriptHashes(root);
				const headers = Object.entries(securityHeaders({ ...options, scriptHashes }));
				const text = [
					'/*',
					...headers.map(([name, value]) => `  ${name}: ${value}`),
					...forever.flatMap((path) => [path, `  Cache-Control: public, max-age=${year}, immutable`]),
					'',
				].join('\n');
				await writeFile(`${root}_headers`, text);
			},
		},
	};
}

/** CSP sources of every distinct inline script; data blocks such as JSON-LD do not run and need none. */
async function inlineScriptHashes(root: string): Promise<string[]> {
	const hashes = new Set<string>();
	const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.html'));
	for (const file of files) {
		const html = await readFile(`${root}${file}`, 'utf8');
		for (const [, attributes = '', code = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
			if (/\ssrc=|type="application\/(ld\+)?json"/.test(attributes)) continue;
			hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
		}
	}
	return [...hashes].sort();
}
