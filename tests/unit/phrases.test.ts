import { expect, test } from 'vitest';

import { toPhrases } from '../../src/lib/phrases.ts';
import { readTitles } from './lib/titles.ts';

test.each([
	['助记词或私钥泄露了：马上换新钱包', ['助记词或私钥', '泄露了：', '马上换新', '钱包']],
	['用助记词能恢复哪些钱包，哪些不能？', ['用助记词能', '恢复', '哪些', '钱包，', '哪些', '不能？']],
	['TRON（波场）的能量和带宽', ['TRON', '（波场）的', '能量和带宽']],
])('a line of %s may end between words only', (title, phrases) => {
	expect(toPhrases(title)).toEqual(phrases);
});

test('every title is whole again when its phrases are joined', () => {
	for (const title of readTitles()) expect(toPhrases(title).join('')).toBe(title.trim());
});
