import type { OfficialChannel, Site, Support } from '../../config/schema.ts';
import type { Fake } from '../../lib/fakes.ts';

const fictionalPhone = /^\+1\d{3}55501\d\d$/;

/**
 * Every value that still belongs to the demonstration, named with its file: a real help centre that gives out the reserved
 * data would lead people in trouble to nobody. Empty when the configuration can be deployed.
 */
export function demonstrationValues(
	site: Site,
	support: Support,
	production: ProductionConfig,
	{ official = [], fakes = [] }: ChannelData = {},
): string[] {
	return [
		...siteValues(site).map((value) => `src/config/site.ts: ${value}`),
		...supportValues(support).map((value) => `src/config/support.ts: ${value}`),
		...official.filter(isReserved).map(({ kind, value }) => `src/config/official.ts: ${kind} is ${value}`),
		...fakes.filter(({ example }) => example).map(({ value }) => `content/fakes.yml: ${value} is an example`),
		...wranglerValues(production).map((value) => `wrangler.toml [env.production]: ${value}`),
	];
}

function siteValues(site: Site): string[] {
	const found: string[] = [];
	if (site.mode !== 'production') found.push(`mode is "${site.mode}"`);
	if (isReservedHost(new URL(site.url).hostname)) found.push(`url is ${site.url}`);
	if (isReservedMail(site.privacyContact)) found.push(`privacyContact is ${site.privacyContact}`);
	for (const [locale, operator] of Object.entries(site.operator)) {
		if (/demonstration|演示|示例/i.test(operator)) found.push(`operator (${locale}) is "${operator}"`);
	}
	return found;
}

function supportValues(support: Support): string[] {
	return support.channels
		.filter(({ contact }) => contact !== undefined && (fictionalPhone.test(contact) || isReservedMail(contact)))
		.map(({ id, contact }) => `contact of channel "${id}" is ${contact}`);
}

function wranglerValues({ vars, d1_databases, routes }: ProductionConfig): string[] {
	const found: string[] = [];
	for (const name of ['ACCESS_TEAM_DOMAIN', 'ACCESS_AUDIENCE']) {
		if (!vars?.[name]) found.push(`${name} is empty`);
	}
	if (vars?.['ENVIRONMENT'] !== 'production') found.push('ENVIRONMENT is not "production"');
	for (const { binding, database_id } of d1_databases ?? []) {
		if (!database_id || database_id === 'local') found.push(`database_id of ${binding} is empty`);
	}
	if (!d1_databases?.length) found.push('there is no database');
	if (!routes?.length) found.push('routes is empty');
	for (const route of routes ?? []) {
		const pattern = typeof route === 'string' ? route : route.pattern;
		if (isReservedHost(pattern.split('/')[0] ?? '')) found.push(`a route is ${pattern}`);
	}
	return found;
}

/** Names that belong to nobody, and those that say themselves what they are. */
function isReserved({ kind, value }: OfficialChannel): boolean {
	if (kind === 'website') return isReservedHost(value);
	if (kind === 'email') return isReservedMail(value);
	if (kind === 'phone') return fictionalPhone.test(value.replace(/[ -]/g, ''));
	if (kind === 'android') return /^(?:com|org)\.example\b/.test(value);
	return kind === 'ios' ? /^id0+$/.test(value) : /demo/i.test(value);
}

function isReservedMail(address: string): boolean {
	const [, host] = address.split('@');
	return host !== undefined && isReservedHost(host);
}

/** Names that RFC 2606 and RFC 6761 set aside: they never belong to anybody. */
function isReservedHost(host: string): boolean {
	return /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost)$/i.test(host);
}

/** What `/verify/` compares with. */
interface ChannelData {
	official?: readonly OfficialChannel[];
	fakes?: readonly Fake[];
}

/** The part of `[env.production]` in wrangler.toml that is checked. */
export interface ProductionConfig {
	vars?: Record<string, unknown>;
	d1_databases?: { binding: string; database_id?: string | undefined }[];
	routes?: (string | { pattern: string })[] | undefined;
}
