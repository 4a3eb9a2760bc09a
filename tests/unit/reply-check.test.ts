import { readdirSync, readFileSync } from 'node:fs';

import { describe, it } from 'vitest';

import { checkReply } from '../../worker/desk/reply-check.ts';

const address = 'TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf';

describe('a reply is stopped that', () => {
	it.for([
		'Send me your seed phrase if you cannot log in.',
		'If you cannot log in send me your seed phrase.',
		'What is your recovery phrase?',
		'Your private key please.',
		'Read me the 12 words of your wallet.',
		'Why not send us your password?',
		'Don’t worry, send me your phrase and your private key.',
		'Don’t forget to send me your recovery phrase.',
		'Send me your ｓｅｅｄ ｐｈｒａｓｅ.',
		'Send me your se\u200bed phrase.',
		'Could you let me have your verification code',
		'请把助记词发我',
		'你的助记词是什么？',
		'如果不能登录请把助记词发给我',
		'不能在手机登录就输入助记词',
		'不要担心，把私钥给我',
		'念给我听那 12 个单词',
	])('asks for a secret: %s', (text, { expect }) => {
		expect(checkReply(text)).toEqual(['asksSecret']);
	});

	it.for([
		'Install AnyDesk if it still does not work.',
		'If you cannot open the app install TeamViewer.',
		'My AnyDesk number is 123.',
		'如果还是不行就安装向日葵',
		'不能登录就打开向日葵',
	])('wants to control a device: %s', (text, { expect }) => {
		expect(checkReply(text)).toEqual(['asksRemote']);
	});

	it.for([
		`Please send 200 USDT to ${address} to continue.`,
		`Transfer it to ${address}.`,
		'Please send 200 USDT now, or else your wallet and everything else that is in it stays locked for a very long time.',
		'You have to pay 0.5 ETH first.',
		'If it does not work pay 1,000 dollars.',
		`请转 200 USDT 到 ${address}`,
		'请先支付 50 美元',
		'把 200 USDT 转过来',
		`转到 ${address}`,
	])('asks for money: %s', (text, { expect }) => {
		expect(checkReply(text)).toEqual(['asksPayment']);
	});
});

describe('a reply passes that', () => {
	it.for([
		'Never send your recovery phrase to anybody.',
		'Never send, share or type your recovery phrase anywhere.',
		'Please never share your private key.',
		'We will never ask you for your password.',
		'Nobody of our team will ever ask for your recovery phrase.',
		'You do not need to send a verification code.',
		'Please keep your recovery phrase on paper.',
		'We cannot see your password.',
		'We never use AnyDesk.',
		'Please do not install TeamViewer.',
		'We will not ask for remote access.',
		'You do not have to pay a fee to anybody.',
		`You sent 200 USDT to ${address}.`,
		`Your transfer of 200 USDT to ${address} is confirmed.`,
		'Please send us the transaction hash of the 200 USDT transfer.',
		'Please send the hash, and never your recovery phrase.',
		'不要把助记词发给任何人。',
		'请勿在任何网页输入助记词或私钥。',
		'我们不会向你索要助记词。',
		'我们不需要你的密码。',
		'没有人会要求你提供验证码。',
		'请妥善保管助记词。',
		'不要安装向日葵。',
		'我们不会远程控制你的手机。',
		'不会要求你共享屏幕。',
		'无需支付保证金。',
		`你转了 200 USDT 到 ${address}，已经确认。`,
		`你转到 ${address} 的这笔转账已经确认。`,
		'这笔转账 200 USDT 已经到账。',
	])('warns or explains: %s', (text, { expect }) => {
		expect(checkReply(text)).toEqual([]);
	});

	it('names any of our articles', ({ expect }) => {
		const titles = ['zh-cn', 'en'].flatMap((locale) =>
			readdirSync(`content/articles/${locale}`, { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.mdx'))
				.flatMap((name) => /^title: *(.*)$/m.exec(readFileSync(`content/articles/${locale}/${name}`, 'utf8'))?.[1] ?? []),
		);
		expect(titles.length).toBeGreaterThan(100);
		expect(titles.filter((title) => checkReply(title).length > 0)).toEqual([]);
	});
});
