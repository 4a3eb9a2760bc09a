import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, describe, expect, it, onTestFinished, test } from 'vitest';

import { official } from '#config/official';
import { site } from '#config/site';

import { signedChannels as signedChannelsFile } from '../../src/integrations/signed-channels.ts';
import { dnsRecord, makeKey, openKey } from '../../src/lib/channels-key.ts';
import { signedChannels } from '../../src/lib/signed-channels.ts';

const at = Date.parse('2026-11-23T02:00:00Z');
const dayMs = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'channels-'));
const key = await openKey(await makeKey());
const real = { ...site, mode: 'production' as const, url: 'https://help.wallet.test' };
const text = await signedChannels(real, official, key, at);
const file = JSON.parse(text) as Record<'key' | 'payload' | 'signature', string>;
const guide = readFileSync('docs/official-channels.md', 'utf8');

afterAll(() => rmSync(folder, { recursive: true }));

/** The documented code of that name. */
function snippet(name: string): string {
	return new RegExp(`\`\`\`\\w+ ${name}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? '';
}

async function load<Module>(name: string): Promise<Module> {
	const path = join(folder, `${name}.mjs`);
	writeFileSync(path, snippet(name));
	return (await import(/* @vite-ignore */ path)) as Module;
}

describe('the signed list', () => {
	it('holds the whole official list, its issuer and how long it is good for', () => {
		expect(JSON.parse(file.payload)).toEqual({
			issuer: 'https://help.wallet.test',
			issued: '2026-11-23T02:00:00.000Z',
			expires: '2027-05-22T02:00:00.000Z',
			channels: official,
		});
	});

	it('says twice that it belongs to a demonstration, once under the signature', async () => {
		const shown = JSON.parse(await signedChannels({ ...real, mode: 'demonstration' }, official, key, at)) as Record<
			string,
			unknown
		>;
		expect(shown['demonstration']).toBe(true);
		expect(JSON.parse(String(shown['payload']))).toMatchObject({ demonstration: true });
	});

	it('names the fingerprint in a DNS record of the help centre’s host', () => {
		expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/);
		expect(dnsRecord(real.url, key.fingerprint)).toEqual({
			name: '_official-channels.help.wallet.test',
			text: `v=1; alg=ed25519; sha256=${key.fingerprint}`,
		});
	});
});

describe('a build', () => {
	it('writes the list to /.well-known/ where there is a key', async () => {
		const dir = pathToFileURL(`${folder}/`);
		process.env['CHANNELS_KEY'] = await makeKey();
		onTestFinished(() => {
			delete process.env['CHANNELS_KEY'];
		});
		const done = signedChannelsFile(real).hooks['astro:build:done'];
		await done?.({ dir, logger: { info: () => {} } } as unknown as Parameters<typeof done>[0]);
		const built = JSON.parse(readFileSync(join(folder, '.well-known/official-channels.json'), 'utf8')) as { payload: string };
		expect(JSON.parse(built.payload)).toMatchObject({ issuer: real.url, channels: official });
	});
});

describe('a key', () => {
	it('is taken as PEM or as its base64 alone', async () => {
		const pem = await makeKey();
		const [, base64 = ''] = pem.split('\n');
		expect((await openKey(base64)).fingerprint).toBe((await openKey(pem)).fingerprint);
		expect((await openKey(pem)).fingerprint).not.toBe(key.fingerprint);
	});

	it('that is none is refused without repeating it', async () => {
		await expect(openKey('bm90IGEga2V5')).rejects.toThrow(/^(?!.*bm90).*npm run channels:key/);
	});
});

describe('the documented ways to check it', () => {
	const tampered = { ...file, payload: file.payload.replace('help.example.com', 'help.example.con') };

	test('WebCrypto accepts the list, and none that was changed, has expired, is a demonstration or is signed by somebody else', async () => {
		const { readOfficialChannels: read } = await load<{
			readOfficialChannels: (text: string, fingerprint: string, now: number) => Promise<{ channels: unknown }>;
		}>('webcrypto');
		expect((await read(text, key.fingerprint, at)).channels).toEqual(official);
		await expect(read(JSON.stringify(tampered), key.fingerprint, at)).rejects.toThrow('not signed');
		await expect(read(text, key.fingerprint, at + 181 * dayMs)).rejects.toThrow('expired');
		await expect(read(text, (await openKey(await makeKey())).fingerprint, at)).rejects.toThrow('another key');
		const demonstration = await signedChannels(site, official, key, at);
		await expect(read(demonstration, key.fingerprint, at)).rejects.toThrow('demonstration');
	});

	test('Node accepts the list and no changed one', async () => {
		const { isSigned } = await load<{ isSigned: (file: object) => boolean }>('node');
		expect([isSigned(file), isSigned(tampered)]).toEqual([true, false]);
	});
});
