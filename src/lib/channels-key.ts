import { existsSync, readFileSync } from 'node:fs';

/** Where `npm run channels:key` leaves the private key. Git ignores it. */
export const keyFile = 'channels-key.pem';

/** The key that signs the official list: from `CHANNELS_KEY` (PEM, or its base64 on one line), else from the file; null where there is neither. */
export async function readChannelsKey(): Promise<ChannelsKey | null> {
	const pem = process.env['CHANNELS_KEY'] || (existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : '');
	return pem === '' ? null : openKey(pem);
}

/** Opens a PKCS#8 key. Throws without repeating any of it. */
export async function openKey(pem: string): Promise<ChannelsKey> {
	const bytes = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
	try {
		const privateKey = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign']);
		const { x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
		return { privateKey, publicKey: x, fingerprint: await fingerprintOf(x) };
	} catch {
		throw new Error(`CHANNELS_KEY (or ${keyFile}) is not an Ed25519 key in PKCS#8; make one with: npm run channels:key`);
	}
}

/** A new key as PEM. */
export async function makeKey(): Promise<string> {
	const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
	const base64 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
	return `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`;
}

/** Name of the DNS record that repeats the fingerprint outside this site, and its text. */
export function dnsRecord(siteUrl: string, fingerprint: string): { name: string; text: string } {
	return { name: `_official-channels.${new URL(siteUrl).hostname}`, text: `v=1; alg=ed25519; sha256=${fingerprint}` };
}

/** SHA-256 over the 32 bytes of a public key, in hex. */
async function fingerprintOf(publicKey: string): Promise<string> {
	return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(publicKey, 'base64url'))).toString('hex');
}

interface ChannelsKey {
	privateKey: CryptoKey;
	/** 32 bytes, base64url. */
	publicKey: string;
	/** SHA-256 of the public key, hex. */
	fingerprint: string;
}
