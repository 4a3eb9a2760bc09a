import { describe, expect, test } from 'vitest';

import { makeGoodContent } from './lib/good-content.ts';

const file = 'content/questions.yml';
const good = `- ask: { zh-cn: 密码忘了还能打开吗, en: Can I open it without the password }
  source: facts/self-custody
  answer: faq/forgot-password
- ask: { zh-cn: 怎么知道抄对了, en: How do I know that I wrote it down right }
  source: brief/2-how-to-use
  answer: guides/back-up
  section: { zh-cn: 核对地址, en: Compare the addresses }
`;

function check(questions: string): string[] {
	const content = makeGoodContent();
	content.write(file, questions);
	return content.check();
}

describe('questions', () => {
	test('may be missing altogether, and pass when each has an answer of its own', () => {
		expect(makeGoodContent().check()).toEqual([]);
		expect(check(good)).toEqual([]);
	});

	test('name sources, answers and sections that exist', () => {
		const wrong = good
			.replace('answer: faq/forgot-password', 'answer: faq/gone')
			.replace('en: Compare the addresses', 'en: Compare');
		expect(check(wrong)).toEqual([
			'content/articles/zh-cn/faq/forgot-password.mdx:1 answers no question; add the question to content/questions.yml, with answer: faq/forgot-password',
			`${file}:3 "faq/gone" does not exist; name an article as faq/<slug> or guides/<slug>`,
			`${file}:7 "Compare" is not a heading of content/articles/en/guides/back-up.mdx; choose from: Write the words down | Compare the addresses | When nothing matches`,
		]);
		expect(check(good.replace('facts/self-custody', 'facts/hearsay'))[0]).toContain(
			`${file}:2 0.source: choose from: facts/self-custody, facts/tron,`,
		);
	});

	test('are asked once, and share no answer', () => {
		const again = `${good}- ask: { zh-cn: 密码忘了，还能打开吗？, en: May I ask something else }
  source: facts/phrases
  answer: guides/back-up
  section: { zh-cn: 核对地址, en: Compare the addresses }
`;
		expect(check(again)).toEqual([
			`${file}:8 "密码忘了，还能打开吗？" is question 1 already; keep one of them`,
			`${file}:10 question 2 has this answer, too; name the section of each, or keep one of them`,
		]);
	});
});
