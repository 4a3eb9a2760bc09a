import { describe, expect, test } from 'vitest';

import { makeGoodContent } from './lib/good-content.ts';

const file = 'content/fakes.yml';
const good = `- value: wallet-help.test
  kind: website
  source: https://reports.test/1
  seen: 2026-11-01
  note: { zh-cn: 假客服网站, en: A fake support site }
- value: "+1 202 555 0190"
  kind: phone
  source: { zh-cn: 读者举报, en: Reported by a reader }
  seen: 2026-11-02
  note: { zh-cn: 冒充热线, en: Passes for our line }
`;

function check(fakes: string): string[] {
	const content = makeGoodContent();
	content.write(file, fakes);
	return content.check();
}

describe('known fakes', () => {
	test('may be missing altogether, and pass when they are in order', () => {
		expect(makeGoodContent().check()).toEqual([]);
		expect(check(good)).toEqual([]);
		expect(check('# none yet\n')).toEqual([]);
	});

	test('are written as people’s texts are compared, with a source, a date and a note in both languages', () => {
		const wrong = good
			.replace('wallet-help.test', 'https://wallet-help.test/')
			.replace('https://reports.test/1', 'a friend')
			.replace('2026-11-02', 'lately')
			.replace('zh-cn: 冒充热线, ', '');
		expect(check(wrong)).toEqual([
			`${file}:1 0.value: write the bare host in lower case, such as fake.example; international ones as xn--…`,
			`${file}:3 0.source: write an address with https://, or words in each language`,
			`${file}:9 1.seen: write a date as YYYY-MM-DD`,
			`${file}:10 1.note.zh-cn: write the text`,
		]);
	});

	test.each([
		['help.example.com', 'website'],
		['example.com', 'website'],
		['shop.example.org', 'website'],
		['support@example.com', 'email'],
		['"+1 2025550142"', 'phone'],
		['Wallet_Demo', 'x'],
	])('are none of ours: %s', (value, kind) => {
		const own = good.replace('wallet-help.test', value).replace('kind: website', `kind: ${kind}`);
		expect(check(own)).toEqual([expect.stringMatching(`^${file}:1 ".*" is ours: src/config/official.ts says so`)]);
	});

	test('stand there once', () => {
		expect(check(good + good)).toEqual([
			`${file}:11 "wallet-help.test" is fake 1 already; keep one of them`,
			`${file}:16 "+1 202 555 0190" is fake 2 already; keep one of them`,
		]);
	});
});
