const encoder = new TextEncoder();

/** Feishu's and Lark's signature: the key is time and secret, the message is empty. `seconds` since the epoch. */
export function signFeishu(secret: string, seconds: number): Promise<string> {
	return hmacBase64(`${seconds}\n${secret}`, '');
}

/** DingTalk's signature: the key is the secret, the message is time and secret. `at` in epoch milliseconds. */
export function signDingTalk(secret: string, at: number): Promise<string> {
	return hmacBase64(secret, `${at}\n${secret}`);
}

async function hmacBase64(key: string, message: string): Promise<string> {
	const cryptoKey = await crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(message)));
	return btoa(String.fromCharCode(...bytes));
}
