import { describe, expect, it } from 'vitest';

import { official } from '#config/official';
import { site } from '#config/site';
import { support } from '#config/support';

import { demonstrationValues } from '../../src/commands/lib/demonstration.ts';

const realSite = {
	...site,
	mode: 'production' as const,
	url: 'https://help.wallet-of-somebody.com',
	operator: { 'zh-cn': '某公司', en: 'Somebody Ltd' },
	privacyContact: 'privacy@wallet-of-somebody.com',
};
const realSupport = { ...support, channels: support.channels.map((channel) => ({ ...channel, contact: undefined })) };
const realProduction = {
	vars: { ENVIRONMENT: 'production', ACCESS_TEAM_DOMAIN: 'https://somebody.cloudflareaccess.com', ACCESS_AUDIENCE: 'abc' },
	d1_databases: [{ binding: 'DB', database_id: '3f1c' }],
	routes: [{ pattern: 'help.wallet-of-somebody.com' }],
};

describe('the values that keep a demonstration from being deployed', () => {
	it('are none once everything has been replaced', () => {
		expect(demonstrationValues(realSite, realSupport, realProduction)).toEqual([]);
	});

	it('name mode, address and contacts of the site with their file', () => {
		const found = demonstrationValues(
			{ ...realSite, mode: 'demonstration', url: 'https://help.example.com', privacyContact: 'a@mail.example.org' },
			realSupport,
			realProduction,
		);
		expect(found).toEqual([
			'src/config/site.ts: mode is "demonstration"',
			'src/config/site.ts: url is https://help.example.com',
			'src/config/site.ts: privacyContact is a@mail.example.org',
		]);
	});

	it('name fictional phone numbers and reserved mail addresses of channels', () => {
		const [channel] = support.channels;
		const contacts = ['+12025550142', '+13105550199', '+12025551142', 'help@example.com', 'help@notexample.com'];
		const channels = contacts.flatMap((contact) => (channel ? [{ ...channel, contact }] : []));
		const found = demonstrationValues(realSite, { ...support, channels }, realProduction);
		expect(found.map((line) => line.split(' is ')[1])).toEqual(['+12025550142', '+13105550199', 'help@example.com']);
	});

	it('name every channel of the shipped official list, and the fakes that are examples', () => {
		const fake = { kind: 'x' as const, source: 'https://a.test', seen: new Date(0), note: { 'zh-cn': '无', en: 'None' } };
		const fakes = [
			{ ...fake, value: 'invented', example: true },
			{ ...fake, value: 'real' },
		];
		const found = demonstrationValues(realSite, realSupport, realProduction, { official, fakes });
		expect(found).toEqual([
			...official.map(({ kind, value }) => `src/config/official.ts: ${kind} is ${value}`),
			'content/fakes.yml: invented is an example',
		]);
		const known = { since: '2026-01-01', purpose: { 'zh-cn': '官网', en: 'Site' } };
		const real = { kind: 'website' as const, value: 'wallet-of-somebody.com', subdomains: true, ...known };
		expect(demonstrationValues(realSite, realSupport, realProduction, { official: [real] })).toEqual([]);
	});

	it('name what is empty in the production part of wrangler.toml', () => {
		const found = demonstrationValues(realSite, realSupport, {
			vars: { ENVIRONMENT: 'production', ACCESS_TEAM_DOMAIN: '', ACCESS_AUDIENCE: '' },
			d1_databases: [{ binding: 'DB', database_id: '' }],
		});
		expect(found.map((line) => line.replace('wrangler.toml [env.production]: ', ''))).toEqual([
			'ACCESS_TEAM_DOMAIN is empty',
			'ACCESS_AUDIENCE is empty',
			'database_id of DB is empty',
			'routes is empty',
		]);
	});

	it('include a route on a reserved domain', () => {
		const routes = [{ pattern: 'help.your-domain.example' }];
		expect(demonstrationValues(realSite, realSupport, { ...realProduction, routes })).toEqual([
			'wrangler.toml [env.production]: a route is help.your-domain.example',
		]);
	});
});
