import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

import { site } from '#config/site';

import { dnsRecord, keyFile, makeKey, openKey } from '../lib/channels-key.ts';
import { CommandError, runCommand } from './lib/command-error.ts';

/** `npm run channels:key`: makes the key that signs the list of official channels, or shows the public side of the one that is there. */
async function channelsKey(): Promise<number> {
	if (process.argv.length > 2) throw new CommandError('npm run channels:key takes no arguments.');
	const isNew = !existsSync(keyFile);
	// `wx`: never over a key that somebody may have pinned.
	if (isNew) await writeFile(keyFile, await makeKey(), { mode: 0o600, flag: 'wx' });
	const { publicKey, fingerprint } = await openKey(await readFile(keyFile, 'utf8'));
	const { name, text } = dnsRecord(site.url, fingerprint);
	console.log(`
  ${isNew ? 'New private key' : 'Private key'}  ${keyFile} (git ignores it; keep a copy offline)
  Public key       ${publicKey}
  Fingerprint      ${fingerprint}
  DNS record       ${name}. TXT "${text}"

  The next build signs /.well-known/official-channels.json with it; docs/official-channels.md says the rest.
`);
	return 0;
}

await runCommand(channelsKey);
