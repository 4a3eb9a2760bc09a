import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { official } from '../config/official.ts';
import type { Site } from '../config/schema.ts';
import { readChannelsKey } from '../lib/channels-key.ts';
import { buildTime } from '../lib/clock.ts';
import { signedChannels as signed } from '../lib/signed-channels.ts';

/** Writes the signed list of official channels to `/.well-known/`. Without a key there is no such file: one that anybody could have made proves nothing. */
export function signedChannels(site: Site): AstroIntegration {
	return {
		name: 'signed-channels',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const key = await readChannelsKey();
				if (!key) return;
				const folder = fileURLToPath(new URL('.well-known/', dir));
				await mkdir(folder, { recursive: true });
				await writeFile(`${folder}official-channels.json`, await signed(site, official, key, buildTime()));
				logger.info(`signed with the key ${key.fingerprint}`);
			},
		},
	};
}
