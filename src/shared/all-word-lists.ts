import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';

import { publicKey } from '#shared/guard/ed25519';
import type { WordLists } from '#shared/guard/span';

/** Every list the guard knows: for the Worker, far too heavy for browsers. */
export const allWordLists: WordLists = {
	languages: { english, simplified, traditional, japanese, korean, french, spanish, italian, portuguese, czech },
	publicKey,
	hmacSha512: (key, message) => hmac(sha512, utf8ToBytes(key), utf8ToBytes(message)),
};
