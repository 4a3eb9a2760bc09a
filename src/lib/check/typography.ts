import { atBlock, codeMark, type Block } from './blocks.ts';
import type { Rule } from './index.ts';

const full: Record<string, string> = { ',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const han = '\\p{Script=Han}';
const latinWord = `[A-Za-z0-9${codeMark}][\\w.,%+-]*`;

/** What is wrong in Chinese, and how to write it. */
const chinese: readonly Fault[] = [
	// A full stop that is followed by a space may end a Latin abbreviation.
	fault(
		`(?<=${han}|[”》]) ?(?:[,:;?!(]|\\.(?!\\.))|[,:;?!)] ?(?=${han}|[“《])|(?<!\\.)\\.(?=${han})|\\((?=${han})|(?<=${han}) ?\\)`,
		([sign = '']) => {
			const half = sign.trim();
			return `write "${full[half]}" for "${half}" next to Chinese`;
		},
	),
	fault(`(${han}{1,4})(${latinWord})`, ([, left, right]) => `put a space between "${left}" and "${shown(right)}"`),
	fault(
		`([A-Za-z0-9][\\w.,+-]*(?<![.,%])|${codeMark})(${han}{1,4})`,
		([, left, right]) => `put a space between "${shown(left)}" and "${right}"`,
	),
	fault(
		'[ \\t]+[，。：；？！、”（）《》“「」]|[，。：；？！、”（）《》“「」][ \\t]+',
		([sign = '']) => `remove the space next to "${sign.trim()}"`,
	),
	fault('"', () => 'write “ and ” for " in Chinese'),
	fault(`(?<=${han}|[，。：；？！、])'|'(?=${han})`, () => "write ‘ and ’ for ' in Chinese"),
	fault('\\.{3,}|。{2,}', ([dots]) => `write …… for ${dots}`),
	fault('[，、：；][，。、：；！？]+|。[，、：；！？]+|！{2,}|？{2,}', ([signs]) => `write one sign for "${signs}"`),
	fault('[０-９Ａ-Ｚａ-ｚ]+', ([wide = '']) => `write ${wide.normalize('NFKC')} for ${wide}`),
];
const english: readonly Fault[] = [
	fault(',{2,}|;{2,}|!{2,}|\\?{2,}|(?<!\\.)\\.\\.(?!\\.)', ([signs]) => `write one sign for "${signs}"`),
	fault('[，。：；？！、（）０-９Ａ-Ｚａ-ｚ]+', ([wide = '']) => `write ${asciiOf(wide)} for ${wide}`),
];
const both: readonly Fault[] = [
	fault(
		'\\*\\*|__',
		([mark]) => `${mark} shows in the text; put the full stop or comma outside the ${mark}, or a space beside it`,
	),
	fault('(?<=\\S) {2,}(?=\\S)', () => 'write one space for two'),
];

const [inAny, inEnglish, inChinese] = [both, [...both, ...english], [...both, ...chinese]].map(together) as [
	Faults,
	Faults,
	Faults,
];

/** Signs and spaces stand as they do in print. Aliases are what users type, so only what no one means is a mistake there. */
export const checkTypography: Rule = (source) =>
	source.blocks.flatMap((block) => {
		const { any, faults } = faultsFor(block, source.locale === 'zh-cn');
		if (!any.test(block.text)) return [];
		return faults.flatMap(({ pattern, message }) =>
			[...block.text.matchAll(pattern)].map((found) => atBlock(source, block, found.index, message(found))),
		);
	});

function faultsFor({ kind, text }: Block, isChinese: boolean): Faults {
	if (kind === 'alias') return inAny;
	if (!isChinese) return inEnglish;
	// Error messages and names may stand alone in a cell.
	return /\p{Script=Han}/u.test(text) ? inChinese : inAny;
}

function fault(pattern: string, message: Fault['message']): Fault {
	return { pattern: new RegExp(pattern, 'gu'), message };
}

/** Most texts hold no fault: one pattern for all tells quickly. */
function together(faults: readonly Fault[]): Faults {
	return { any: new RegExp(faults.map(({ pattern }) => pattern.source).join('|'), 'u'), faults };
}

function shown(text = ''): string {
	return text.replaceAll(codeMark, '`…`');
}

function asciiOf(wide: string): string {
	return wide.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',');
}

interface Fault {
	pattern: RegExp;
	message: (found: RegExpMatchArray) => string;
}

interface Faults {
	any: RegExp;
	faults: readonly Fault[];
}
