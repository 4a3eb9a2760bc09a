import { existsSync } from 'node:fs';

import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { official } from '#config/official';
import { site } from '#config/site';
import { support } from '#config/support';

import { keyFile } from '../../src/lib/channels-key.ts';
import { buildTime } from '../../src/lib/clock.ts';
import { attribute, elements, isFile, page, pages, readText } from './lib/dist.ts';

const localeOf = (path: string) => path.split('/')[1] ?? '';
const contacts = support.channels.flatMap(({ contact }) => contact ?? []);
const digits = (text: string) => text.replace(/\D/g, '');

/** Links in the main part of a page. */
function mainLinks(path: string): string[] {
	return elements(page(path).document, 'main').flatMap((main) =>
		DomUtils.getElementsByTagName('a', main.children).flatMap(({ attribs }) => attribs['href'] ?? []),
	);
}

/** Whether the main part of a page gives a contact, or sends people to the channels. */
function namesChannel(path: string): boolean {
	const text = elements(page(path).document, 'main')
		.map((main) => DomUtils.textContent(main.children))
		.join('\n');
	const phones = contacts.filter((contact) => contact.startsWith('+')).map(digits);
	return (
		contacts.some((contact) => text.includes(contact)) ||
		phones.some((phone) => digits(text).includes(phone)) ||
		mainLinks(path).includes(`/${localeOf(path)}/channels/`)
	);
}

const inLocale = pages.map(({ path }) => path).filter((path) => path !== '/' && path !== '/404.html');
const naming = inLocale.filter((path) => namesChannel(path));

describe('every page that names a channel', () => {
	test('is found by this test', () => {
		const expected = ['/', '/channels/', '/contact/', '/callback/', '/faq/fake-support/', '/faq/which-channel/'];
		for (const path of expected) expect(naming).toContain(`/en${path}`);
	});

	test.each([...naming, ...['en', 'zh-cn'].flatMap((locale) => [`/${locale}/emergency/`, `/${locale}/requests/`])])(
		'%s leads to the verifier',
		(path) => {
			expect(mainLinks(path).some((href) => href === `/${localeOf(path)}/verify/`) || path.endsWith('/verify/')).toBe(true);
		},
	);

	test('and every other page leads to it from its foot', () => {
		const without = inLocale.filter(
			(path) => !attribute(page(path).document, 'a', 'href').includes(`/${localeOf(path)}/verify/`),
		);
		expect(without).toEqual([]);
	});
});

describe.each(['en', 'zh-cn'])('/%s/verify/', (locale) => {
	const { document, html } = page(`/${locale}/verify/`);

	test('lists every official channel, the help centre itself among them', () => {
		const list = elements(document, 'main')
			.map((main) => DomUtils.textContent(main.children))
			.join('\n');
		for (const { value } of official) expect(list).toContain(value);
		for (const { purpose } of official) expect(list).toContain(purpose[locale as 'en']);
		const hosts = official.filter(({ kind }) => kind === 'website').map(({ value }) => value);
		expect(hosts).toContain(new URL(site.url).hostname);
		expect(official.map(({ value }) => value)).toContain(site.privacyContact);
	});

	test('asks by POST, so that nothing pasted comes into an address', () => {
		const forms = elements(document, 'form').filter(({ attribs }) => attribs['data-live-form'] === 'verify');
		expect(forms.map(({ attribs }) => [attribs['method'], attribs['action']])).toEqual([['post', `/${locale}/verify/`]]);
	});

	test('speaks of the signed list only where there is one', () => {
		const hasKey = existsSync(keyFile) || Boolean(process.env['CHANNELS_KEY']);
		expect([isFile('/.well-known/official-channels.json'), html.includes('/.well-known/official-channels.json')]).toEqual([
			hasKey,
			hasKey,
		]);
	});
});

describe('security.txt', () => {
	const fields = readText('.well-known/security.txt')
		.trimEnd()
		.split('\n')
		.map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) ?? [line]);
	const valuesOf = (name: string) => fields.filter(([field]) => field === name).map(([, value = '']) => value);

	test('says where to report a weakness, in which languages, and where it lies', () => {
		expect(valuesOf('Contact')).toContain(`${site.url}/en/contact/`);
		for (const contact of valuesOf('Contact')) expect(contact).toMatch(/^(https:\/\/|mailto:)/);
		expect(valuesOf('Preferred-Languages')).toEqual(['zh, en']);
		expect(valuesOf('Canonical')).toEqual([`${site.url}/.well-known/security.txt`]);
	});

	test('holds for less than a year from its build, as RFC 9116 wants', () => {
		const [expires = '', ...more] = valuesOf('Expires');
		expect(more).toEqual([]);
		expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		const days = (Date.parse(expires) - buildTime()) / 86_400_000;
		expect([days > 200, days < 365]).toEqual([true, true]);
	});

	test('may be read by everybody', () => {
		expect(readText('robots.txt')).not.toMatch(/Disallow: \/(\.well-known|\s|$)/m);
	});
});

test('llms.txt leads to the verifier', () => {
	expect(readText('llms.txt')).toContain(`${site.url}/en/verify/`);
});
