import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A temporary project with a question and a guide in both languages, for commands that write; it goes when the test is over. */
export function makeRoot(): Root {
	const path = mkdtempSync(join(tmpdir(), 'content-'));
	onTestFinished(() => rmSync(path, { recursive: true }));
	const root: Root = {
		path,
		read: (file) => readFileSync(join(path, file), 'utf8'),
		write(file, text) {
			mkdirSync(dirname(join(path, file)), { recursive: true });
			writeFileSync(join(path, file), text);
		},
		edit(file, from, to) {
			const text = root.read(file);
			if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
			root.write(file, text.replace(from, to));
		},
	};
	for (const [file, text] of Object.entries(files)) root.write(file, text);
	return root;
}

function article(title: string, summary: string, aliases: string, related: string): string {
	const top = [`title: ${title}`, `summary: ${summary}`, 'category: safety', 'whoCanFix: [you]', `aliases: [${aliases}]`];
	const dates = ['updated: 2026-11-20', 'reviewBy: 2027-05-20'];
	return `---\n${[...top, ...dates, `related: [${related}]`].join('\n')}\n---\n\nText.\n`;
}

const files = {
	'content/categories/safety.yml':
		'order: 1\nicon: shield\nprominent: true\ntitle: { zh-cn: 安全, en: Safety }\ndescription: { zh-cn: 密码, en: Passwords }\n',
	'content/facts/tron.yml':
		'unstake-wait:\n  value: 14\n  unit: { zh-cn: 天, en: days }\n  source: TD\n  checked: 2026-11-01\n  reviewBy: 2027-05-01\n',
	'content/articles/en/faq/forgot-password.mdx': article(
		'I forgot my password',
		'The password exists only on your device; nobody can reset it.',
		'lost password, cannot unlock',
		'guides/back-up',
	),
	'content/articles/en/guides/back-up.mdx': article(
		'Back up your phrase',
		'Write the words on paper and check them on the same device.',
		'Write down the phrase, paper backup',
		'faq/forgot-password',
	),
	'content/articles/zh-cn/faq/forgot-password.mdx': article(
		'忘记密码了，怎么办？',
		'密码只在你的设备上，没有人能替你重置它，包括我们在内。',
		'密码忘了, 打不开',
		'guides/back-up',
	),
	'content/articles/zh-cn/guides/back-up.mdx': article(
		'备份助记词',
		'把助记词抄在纸上，然后在同一台设备上核对一遍再收好。',
		'抄助记词, 怎么备份',
		'faq/forgot-password',
	),
};

export interface Root {
	path: string;
	read(file: string): string;
	write(file: string, text: string): void;
	/** Replaces the first `from`, which must be there. */
	edit(file: string, from: string, to: string): void;
}
