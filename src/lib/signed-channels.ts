import type { OfficialChannel, Site } from '../config/schema.ts';
import type { readChannelsKey } from './channels-key.ts';

/** How long a signed list is good for: an app that finds an older one should say so. */
const validDays = 180;
const dayMs = 86_400_000;

/**
 * The text of `/.well-known/official-channels.json`. What is signed is the string `payload`, byte for byte, so that nobody has to
 * agree on how to write JSON. `at` is when it is issued, in milliseconds since the epoch.
 */
export async function signedChannels(site: Site, official: readonly OfficialChannel[], key: Key, at: number): Promise<string> {
	const isDemonstration = site.mode === 'demonstration';
	const payload = JSON.stringify({
		issuer: site.url,
		...(isDemonstration ? { demonstration: true } : {}),
		issued: new Date(at).toISOString(),
		expires: new Date(at + validDays * dayMs).toISOString(),
		channels: official,
	});
	const signature = await crypto.subtle.sign('Ed25519', key.privateKey, new TextEncoder().encode(payload));
	const file = {
		// For whoever only looks at it; the payload, which is signed, says so as well.
		...(isDemonstration ? { demonstration: true } : {}),
		algorithm: 'Ed25519',
		key: key.publicKey,
		payload,
		signature: Buffer.from(signature).toString('base64url'),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

type Key = NonNullable<Awaited<ReturnType<typeof readChannelsKey>>>;
