import { sha256 } from '@noble/hashes/sha2.js';

const bitcoin = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const ripple = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
const bech32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The bytes of a base58 text, or undefined when it has other characters. Quadratic: for short texts only. */
export function fromBase58(text: string, alphabet = bitcoin): Uint8Array | undefined {
	const bytes: number[] = [];
	for (const character of text) {
		let carry = alphabet.indexOf(character);
		if (carry < 0) return undefined;
		for (let index = 0; index < bytes.length; index++) {
			carry += (bytes[index] ?? 0) * 58;
			bytes[index] = carry & 255;
			carry >>= 8;
		}
		for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
	}
	let zeros = 0;
	while (text[zeros] === alphabet[0]) zeros++;
	const all = new Uint8Array(zeros + bytes.length);
	bytes.forEach((byte, index) => (all[all.length - 1 - index] = byte));
	return all;
}

/** Whether a base58 text ends in the checksum of the addresses and keys of Bitcoin. */
export function isBase58Check(text: string, isRipple = false): boolean {
	const bytes = fromBase58(text, isRipple ? ripple : bitcoin);
	if (!bytes || bytes.length < 5) return false;
	const sum = sha256(sha256(bytes.subarray(0, -4)));
	return bytes.subarray(-4).every((byte, index) => byte === sum[index]);
}

/** Whether a text in small letters has the checksum of bech32. */
export function isBech32(text: string): boolean {
	const split = text.lastIndexOf('1');
	const prefix = Array.from(text.slice(0, split), (letter) => letter.charCodeAt(0));
	const data = Array.from(text.slice(split + 1), (letter) => bech32.indexOf(letter));
	if (split < 1 || data.includes(-1)) return false;
	let check = 1;
	for (const value of [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data]) {
		const top = check >>> 25;
		check = ((check & 0x1ffffff) << 5) ^ value;
		generator.forEach((word, bit) => {
			if ((top >> bit) & 1) check ^= word;
		});
	}
	return check === 1;
}

/** Whether a text is a secret seed of Stellar: base32 with its version byte and CRC-16. */
export function isStellarSeed(text: string): boolean {
	let bits = '';
	for (const character of text) bits += base32.indexOf(character).toString(2).padStart(5, '0');
	const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
	const crc = bytes.slice(0, -2).reduce(crc16, 0);
	return bytes[0] === 0x90 && bytes.at(-2) === (crc & 255) && bytes.at(-1) === crc >> 8;
}

export function fromHex(text: string): Uint8Array {
	return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function crc16(crc: number, byte: number): number {
	let next = crc ^ (byte << 8);
	for (let bit = 0; bit < 8; bit++) next = ((next << 1) ^ (next & 0x8000 ? 0x1021 : 0)) & 0xffff;
	return next;
}
