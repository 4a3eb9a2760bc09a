import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';

const entry = 'src/desk/desk.ts';
/** Not below `/desk/`, where the Worker answers and asks who is there. */
const address = '/_desk/desk.js';

/** Bundles the script of the desk, whose pages the Worker makes, into one file beside the site's own. */
export function deskScript(): AstroIntegration {
	return {
		name: 'desk-script',
		hooks: {
			'astro:server:setup': ({ server }) => {
				server.middlewares.use(address, (_request, response) => {
					void bundle(false).then((code) => response.setHeader('Content-Type', 'text/javascript').end(code));
				});
			},
			'astro:build:done': async ({ dir }) => {
				await mkdir(fileURLToPath(new URL('_desk/', dir)), { recursive: true });
				await writeFile(fileURLToPath(new URL(address.slice(1), dir)), await bundle(true));
			},
		},
	};
}

/** As old as the site's own scripts may be. */
async function bundle(minify: boolean): Promise<string> {
	const build = await rolldown({ input: entry, platform: 'browser', transform: { target: ['chrome100', 'safari15.4'] } });
	const { output } = await build.generate({ format: 'es', minify });
	await build.close();
	return output[0].code;
}
