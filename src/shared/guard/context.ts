const phraseNames = [
	String.raw`(?:seed|recovery|secret|backup|mnemonic)[\s_-]*(?:phrase|words?|code|seed)?|mnemonics?|passphrase|(?:12|15|18|21|24)[\s-]*words?`,
	'助记词|助記詞|助記字|种子词|種子詞|种子短语|恢复短语|恢復短語|恢复词|私密词|密语|復元フレーズ|シードフレーズ|リカバリーフレーズ|ニーモニック',
	'니모닉|복구 ?구문|시드 ?구문|시드|frase (?:semilla|de recuperacion|di recupero|seed)|palabras|phrase (?:secrete|de recuperation)',
	'phrase mnemonique|frase-semente|parole|fraze|seznam slov',
];
const keyNames = [
	String.raw`priv(?:ate)?[\s_-]*key|secret[\s_-]*key|signing[\s_-]*key|key[\s_-]*pair|\bprivkey|\bsecret\b|\bsk\b|\bwif\b`,
	'私钥|私鑰|密钥|密鑰|秘钥|金钥|秘密鍵|プライベートキー|개인 ?키|비밀 ?키|cle privee|clave privada|chiave privata|chave privada|soukromy klic',
];
const harmlessNames = [
	String.raw`\btx|hash|transaction|transfer|block|\bsig(?:nature)?\b|digest|checksum|sha-?(?:1|2|3|256|512)|fingerprint|topic|\bdata\b|payload`,
	String.raw`root|nonce|commit|merkle|trace|request|session|address|account|object|contract|pub(?:lic)?[\s_-]*key|\bids?\b|uuid|proof|order`,
	'交易|哈希|散列|雜湊|区块|區塊|转账|轉賬|轉帳|转帐|签名|簽名|地址|公钥|公鑰|合约|合約|校验|指纹|订单|訂單|单号|流水|收据|トランザクション|ハッシュ|거래|해시',
];
const phraseName = new RegExp(`(?:${fold(phraseNames)})[^.!?。！？]{0,24}$`, 'u');
const keyName = new RegExp(fold(keyNames), 'gu');
const harmlessName = new RegExp(fold(harmlessNames), 'gu');
const link = /:\/\/|^www\.|[a-z\d-]\.[a-z]{2,}\//;
/** How far before and after a string of digits a word can stand that says what it is. */
const reach = { before: 80, after: 48 };
/** So near, a word can only mean this string; farther away a sentence about keys may be in front of a hash. */
const nearby = 32;

/** Whether what stands right before this place says that a recovery phrase follows. */
export function isAnnounced(text: string, start: number): boolean {
	return phraseName.test(text.slice(Math.max(start - 64, 0), start).toLowerCase());
}

/**
 * What the words around a string that may be a key or a hash say about it: the nearest one before it decides, else the first
 * one behind it.
 */
export function meaningOf(text: string, start: number, end: number): Meaning {
	const before = text.slice(Math.max(start - reach.before, 0), start).toLowerCase();
	const key = lastEnd(before, keyName);
	const harmless = lastEnd(before, harmlessName);
	if (isInLink(before)) return key > before.search(/\S*$/) ? 'key' : 'harmless';
	if (key > harmless) {
		const between = before.slice(key);
		return between.length <= nearby && !/[.!?。！？]\s/.test(between) ? 'key' : 'unclear';
	}
	if (harmless > 0) return 'harmless';
	const after = (text.slice(end, end + reach.after).split('\n')[0] ?? '').toLowerCase();
	const [firstKey, firstHarmless] = [after.search(keyName), after.search(harmlessName)];
	if (firstKey >= 0 && (firstHarmless < 0 || firstKey < firstHarmless)) return 'key';
	return firstHarmless >= 0 ? 'harmless' : 'unknown';
}

/** Whether the words right before this place, with nothing but a sign between, name a private key. */
export function isNamedKey(text: string, start: number): boolean {
	const before = text.slice(Math.max(start - 48, 0), start).toLowerCase();
	const key = lastEnd(before, keyName);
	return key > 0 && /^(?:[\s"'“‘`:=>\-([{]|是|为|為|is|base(?:58|64)|hex|format)*$/.test(before.slice(key));
}

function isInLink(before: string): boolean {
	return link.test(before.slice(before.search(/[^\s"'<>()（）“”]*$/)));
}

function lastEnd(text: string, pattern: RegExp): number {
	let end = 0;
	for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
	return end;
}

function fold(names: readonly string[]): string {
	return names
		.join('|')
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036f]/g, '');
}

/** `unclear`: words about keys stand near, but not right before it. `unknown`: nothing says anything. */
export type Meaning = 'key' | 'harmless' | 'unclear' | 'unknown';
