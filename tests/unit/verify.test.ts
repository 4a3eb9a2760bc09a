import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { length } from '#shared/limits';
import type { ChannelLists } from '#shared/verify/kinds';
import { registeredPart } from '#shared/verify/lookalikes';
import { judge } from '#shared/verify/verdict';
import { verifyView } from '#shared/verify/view';

const known = { since: 'March 1, 2025', purpose: 'Support' };
const lists: ChannelLists = {
	official: [
		{ kind: 'website', value: 'help.example.com', subdomains: false, ...known },
		{ kind: 'website', value: 'example.org', subdomains: true, ...known },
		{ kind: 'email', value: 'support@example.com', ...known },
		{ kind: 'phone', value: '+1 202-555-0142', ...known },
		{ kind: 'telegram', value: 'wallet_news_demo', ...known },
		{ kind: 'wechat', value: 'wallet-service-demo', ...known },
		{ kind: 'x', value: 'wallet_demo', ...known },
		{ kind: 'android', value: 'com.example.wallet', ...known },
		{ kind: 'ios', value: 'id000000000', ...known },
	],
	fakes: [
		{
			kind: 'website',
			value: 'tpwallet-support.example',
			seen: 'October 2, 2026',
			source: 'A reader',
			note: 'Collects phrases.',
		},
		{ kind: 'telegram', value: 'wallet_helpdesk_demo', seen: 'October 2, 2026', source: 'A reader', note: 'Asks for codes.' },
		{ kind: 'phone', value: '+1 202-555-0187', seen: 'October 2, 2026', source: 'A reader', note: 'Calls people.' },
	],
};

/** Verdict, kind and reasons of what a text is first of all. */
function answer(text: string): string {
	const [first] = judge(text, lists);
	return first ? [first.verdict, first.kind, ...first.reasons].join(' ') : 'nothing';
}

describe('what is ours', () => {
	test.each([
		['help.example.com', 'website'],
		['https://help.example.com/zh-cn/contact/?topic=fake#x', 'website'],
		['HTTP://HELP.Example.com.', 'website'],
		['请打开 help.example.com。', 'website'],
		['官网：https://help.example.com/帮助，不要点别的', 'website'],
		['ｈｅｌｐ．ｅｘａｍｐｌｅ．ｃｏｍ', 'website'],
		['example.org', 'website'],
		['download.app.example.org/latest', 'website'],
		['support@example.com', 'email'],
		['Support <Support@EXAMPLE.com>', 'email'],
		['mailto:support@example.com?subject=Hello', 'email'],
		['+12025550142', 'phone'],
		['+1 (202) 555-0142', 'phone'],
		['001 202 555 0142', 'phone'],
		['011-1-202-555-0142', 'phone'],
		['＋１　２０２　５５５　０１４２', 'phone'],
		['客服电话:202-555-0142', 'phone'],
		['\u202a+1 202 555 0142\u202c', 'phone'],
		['tel:+12025550142', 'phone'],
		['@wallet_news_demo', 'telegram'],
		['https://t.me/Wallet_News_Demo', 'telegram'],
		['t.me/s/wallet_news_demo', 'telegram'],
		['tg://resolve?domain=wallet_news_demo', 'telegram'],
		['wallet_news_demo.t.me', 'telegram'],
		['客服微信：wallet-service-demo', 'wechat'],
		['微信wallet-service-demo', 'wechat'],
		['微信 wallet-service-demo', 'wechat'],
		['https://x.com/wallet_demo', 'x'],
		['https://mobile.twitter.com/wallet_demo', 'x'],
		['com.example.wallet', 'android'],
		['https://play.google.com/store/apps/details?id=com.example.wallet&hl=en', 'android'],
		['id000000000', 'ios'],
		['https://apps.apple.com/us/app/wallet/id000000000', 'ios'],
	])('%s is official', (text, kind) => {
		expect(answer(text)).toBe(`official ${kind}`);
	});
});

describe('what is not ours says why', () => {
	test.each([
		['https://help.example.com@evil.test/', 'website userinfo'],
		['help.example.com@evil.test/login', 'website userinfo'],
		['https://help.example.com:8443/', 'website port'],
		['https://help.example.com.evil.test/', 'website subdomain'],
		['help.example.com.co.uk', 'website subdomain'],
		['https://evil.test/help.example.com', 'website path'],
		['https://evil.test/?next=https://help.example.com/', 'website path'],
		['example.help', 'website ending'],
		['help.exаmple.com', 'website letters punycode mixed'],
		['xn--exmple-4nf.org', 'website letters punycode mixed'],
		['examp1e.org', 'website letters'],
		['exarnple.org', 'website letters'],
		['exam-ple.org', 'website hyphen'],
		['help-example-com.test', 'website hyphen added'],
		['example-support.com', 'website added'],
		['exampel.org', 'website typo'],
		['exmple.org', 'website typo'],
		['desk.example.com', 'website sibling'],
		['a.help.example.com', 'website sibling'],
		['http://192.168.0.1/example.org', 'website path ip'],
		['javascript:alert(1)', 'website scheme'],
		['https://exa^mple.org/', 'website broken'],
		['ｈｔｔｐｓ：／／ｈｅｌｐ．ｅｘａｍｐｌｅ．ｃｏｍ', 'website broken'],
		['help.exam\u200bple.com', 'website hidden'],
		['官网help.example.com点击', 'website glued'],
		['help@example.com', 'email mailbox'],
		['support@exarnple.com', 'email letters'],
		['support@example.com.evil.test', 'email subdomain'],
		['supp\u00adort@example.com', 'email hidden'],
		['support@example.com@evil.test', 'website userinfo'],
		['+12025550143', 'phone typo'],
		['+2025550142', 'phone typo'],
		['+8612025550142', 'phone typo'],
		['x.com/wallet_demo/status/1', 'x post'],
		['t.me/+AbCdEf', 'telegram'],
		['微信：wallet_news_demo', 'wechat platform'],
		['@wаllet_demo', 'telegram letters'],
		['微信 wallet_service_demo', 'wechat hyphen'],
		['@wallet_demo_help', 'telegram added'],
		['com.example.wallet.pro', 'android added'],
		['Com.Example.Wallet', 'android'],
	])('%s: %s', (text, expected) => {
		expect(answer(text)).toBe(`unlisted ${expected}`);
	});

	test('names the registered part, what it really reads and what it looks like', () => {
		expect(judge('https://help.example.com.evil.co.uk', lists)[0]).toMatchObject({
			domain: 'evil.co.uk',
			like: 'help.example.com',
		});
		expect(judge('xn--exmple-4nf.org', lists)[0]).toMatchObject({ decoded: 'exаmple.org', like: 'example.org' });
		expect(registeredPart('a.b.com')).toBe('b.com');
	});
});

describe('known fakes', () => {
	test.each([
		['tpwallet-support.example', 'website'],
		['https://login.tpwallet-support.example/a', 'website'],
		['t.me/wallet_helpdesk_demo', 'telegram'],
		['(202) 555-0187', 'phone'],
	])('%s', (text, kind) => {
		expect(answer(text)).toMatch(new RegExp(`^fake ${kind}`));
	});

	it('outweigh whatever else a message holds', () => {
		const findings = judge('support@example.com evil@evil.test https://tpwallet-support.example/', lists);
		expect(findings.map(({ verdict }) => verdict)).toEqual(['fake', 'unlisted', 'official']);
	});
});

describe('running text', () => {
	test.each([
		'',
		'   ',
		'你好，我的币还没到账',
		'My 20 USDT have not arrived since 2026-11-23 10:00.',
		'0x52908400098527886E0F7030069857D2E4169EE7',
	])('%j holds nothing to check', (text) => {
		expect(answer(text)).toBe('nothing');
	});

	it('takes a bare word for a name only where it stands alone', () => {
		expect(answer('wallet_demo')).toBe('official x');
		expect(judge('please use wallet_demo now', lists)).toEqual([]);
		expect(judge('hello', lists)[0]).toMatchObject({ verdict: 'unlisted', isAnywhere: true });
	});

	it('says which country code a number without one needs', () => {
		expect(judge('2025550142', lists)[0]).toMatchObject({ verdict: 'official', isNational: true });
		expect(judge('+12025550142', lists)[0]).toMatchObject({ verdict: 'official', isNational: false });
	});
});

describe('whatever is pasted', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc
			.array(
				fc.constantFrom(
					...Array.from('https://@help.example.com:微信 +1202555014t.me/\u200b\u202e。：xn--?#%'),
					'а',
					'help.example.com',
				),
				{ maxLength: 60 },
			)
			.map((parts) => parts.join('')),
	);

	it('is answered without throwing, in words that the page has', () => {
		fc.assert(
			fc.property(text, (pasted) => {
				const view = verifyView(judge(pasted, lists));
				expect(view.facts.filter((fact) => fact.startsWith('verdict:'))).toHaveLength(1);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is official only if its host, as a browser reads it, is on the list', () => {
		const host = fc
			.domain()
			.chain((domain) =>
				fc.constantFrom(domain, `help.example.com.${domain}`, `${domain}/help.example.com`, `help.example.com@${domain}`),
			);
		fc.assert(
			fc.property(host, fc.constantFrom('https://', 'http://', '', '//', 'https:\\\\'), (address, scheme) => {
				const reallyOurs = /(^|\.)example\.org$|^help\.example\.com$/;
				const [first] = judge(scheme + address, lists);
				if (first?.verdict === 'official' && first.kind === 'website') expect(first.value).toMatch(reallyOurs);
				expect([first?.verdict, reallyOurs.test(new URL(`https://${address}`).hostname)]).not.toEqual(['official', false]);
			}),
			{ numRuns: 2000 },
		);
	});

	describe.each(lists.official.map(({ kind, value }) => [value, kind] as const))('%s', (value, kind) => {
		const labels = {
			website: '',
			email: '',
			phone: '电话 ',
			telegram: 'Telegram @',
			wechat: '微信 ',
			x: 'https://x.com/',
			android: '',
			ios: '',
		};
		const characters = fc.constantFrom(...Array.from('abeiop019-_.аеорі\u0261\u200bＡ'), 'rn', 'vv');

		it('is never official once a character of it has changed', () => {
			expect.hasAssertions();
			fc.assert(
				fc.property(fc.nat(value.length), fc.nat(1), characters, (at, removed, added) => {
					const mutated = value.slice(0, at) + added + value.slice(at + removed);
					fc.pre(comparable(mutated, kind) !== comparable(value, kind) && !comparable(mutated, kind).endsWith(`.${value}`));
					// The same number without its country code is ours in any company.
					fc.pre(kind !== 'phone' || !mutated.includes('202-555-0142'));
					const ours = judge(labels[kind] + mutated, lists).filter(({ verdict }) => verdict === 'official');
					expect([mutated, ours.filter((finding) => finding.value.includes(value))]).toEqual([mutated, []]);
				}),
				{ numRuns: 400 },
			);
		});

		it('stays official in running text', () => {
			const before = kind === 'phone' ? '请致电 ' : labels[kind];
			expect(judge(`${before}${value}`, lists)[0]?.verdict).toBe('official');
		});
	});

	it('costs time in proportion to its length', () => {
		for (const part of ['+1 2', 'a.', '@a', 'https://', '微信', 'xn--', '（1)-', 'а.е', '://@:']) {
			const time = (count: number) => {
				const pasted = part.repeat(count).slice(0, length.verify * 4);
				const started = performance.now();
				for (let round = 0; round < 20; round++) judge(pasted, lists);
				return performance.now() - started;
			};
			time(50);
			expect([part, time(1000) < 2000]).toEqual([part, true]);
		}
	});
});

/** What a browser, a phone or a platform takes two writings to be. */
function comparable(value: string, kind: string): string {
	if (kind === 'phone') return value.replace(/\D/g, '');
	if (kind === 'android') return value.replace(/^[.\u200b]+|[.\u200b]+$/g, '');
	return value
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^[.\u200b]+|[.\u200b]+$/g, '');
}
