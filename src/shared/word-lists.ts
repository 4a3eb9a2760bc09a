import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';

import type { WordLists } from '#shared/secret-guard';

/** The lists of the secret guard. Heavy (about 20 kB compressed): browsers import this file on first focus, not before. */
export const wordLists: WordLists = {
	english: new Set(english),
	chinese: new Set([...simplified, ...traditional]),
};
