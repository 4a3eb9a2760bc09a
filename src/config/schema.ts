import * as z from 'zod';

import { lineFaults } from './callback-lines.ts';
import { CallbackConfigSchema } from './callback-schema.ts';
import { HolidayListSchema, HoursSchema, localized, twice } from './hours-schema.ts';
import { localeIds } from './locales.ts';
import { skippedBlackouts } from './skipped-times.ts';
import { RoutingSchema, routingFaults } from './routing-schema.ts';
import { measuredLoad, reopenDays } from '#shared/limits';

const ChannelSchema = z.strictObject({
	id: z.enum(['form', 'callback', 'phone', 'email']),
	name: localized,
	/** What this channel is good for, one sentence. */
	purpose: localized,
	/** Phone number in E.164 or mail address; none for the channels that live on this site. */
	contact: z.string().optional(),
	/** `always`, or the name of an entry of `hours` for each language. */
	hours: z.union([z.literal('always'), z.record(z.enum(localeIds), z.string())]),
});

const TopicSchema = z.strictObject({
	id: z.string().regex(/^[a-z-]+$/),
	name: localized,
	/** Category whose articles are offered first; also the icon. */
	category: z.string(),
	/** Team that owns requests about it. */
	team: z.string(),
	/** Extra fields that the form asks for. */
	fields: z.array(z.enum(['chain', 'txHash', 'address', 'appVersion', 'device'])),
	/** What to have at hand before writing. */
	prepare: z.record(z.enum(localeIds), z.array(z.string()).min(1)),
});

/** What support offers: who answers, when, about what. */
export const SupportSchema = z
	.strictObject({
		hours: z.record(z.string(), HoursSchema),
		/** Days off by region and year; hours name the lists that they keep. */
		holidays: z.array(HolidayListSchema),
		channels: z.array(ChannelSchema).min(1),
		callback: CallbackConfigSchema,
		chains: z.array(z.strictObject({ id: z.string(), name: z.string() })).min(1),
		topics: z.array(TopicSchema).min(1),
		teams: z.array(z.strictObject({ id: z.string(), name: localized })).min(1),
		routing: RoutingSchema,
		/** Hours after which a request should be solved, by the clock. */
		solvedHours: z.int().min(1),
	})
	.check((ctx) => {
		const { hours, holidays, channels, topics, teams, chains, routing } = ctx.value;
		const fail = (input: unknown, message: string) => ctx.issues.push({ code: 'custom', input, message });
		for (const list of twice(holidays.map(({ id, year }) => `${id} ${year}`)))
			fail(list, `the holidays "${list}" are there twice`);
		for (const [name, entry] of Object.entries(hours)) {
			for (const list of entry.holidays) {
				if (!holidays.some(({ id }) => id === list))
					fail(list, `hours "${name}" keep the holidays "${list}", which do not exist`);
			}
		}
		const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
		const known = { topics: ids(topics), chains: ids(chains), teams: ids(teams) };
		for (const message of routingFaults(routing, known)) fail(routing, message);
		for (const channel of channels) {
			if (channel.hours === 'always') continue;
			for (const name of Object.values(channel.hours)) {
				if (!(name in hours)) fail(name, `channel "${channel.id}" names hours "${name}", which do not exist`);
			}
		}
		for (const message of [...lineFaults(ctx.value), ...skippedBlackouts(ctx.value)]) fail(channels, message);
		for (const topic of topics) {
			if (!teams.some((team) => team.id === topic.team)) {
				fail(topic.team, `topic "${topic.id}" names team "${topic.team}", which does not exist`);
			}
		}
	});

const host = z
	.string()
	.regex(
		/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
		'write a bare host name in lower case, such as example.com',
	);
/** When it became ours, and what it is for. */
const known = { since: z.iso.date(), purpose: localized };

/** One channel that is ours, as `/verify/` knows it. */
const OfficialChannelSchema = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('website'),
		value: host,
		/** Whether every host below it is ours, too. */
		subdomains: z.boolean(),
		...known,
	}),
	z.strictObject({ kind: z.literal('email'), value: z.email().toLowerCase(), ...known }),
	z.strictObject({
		kind: z.literal('phone'),
		/** The space after the country code says where it ends, for people who leave it out. */
		value: z
			.string()
			.regex(/^\+[1-9]\d{0,2} \d[\d -]{3,16}\d$/, 'write a number as +1 202 555 0142, with a space after the country code'),
		...known,
	}),
	z.strictObject({
		kind: z.literal('telegram'),
		value: z.string().regex(/^[A-Za-z]\w{3,31}$/, 'write the name without @'),
		...known,
	}),
	z.strictObject({
		kind: z.literal('wechat'),
		value: z.string().regex(/^[A-Za-z][\w-]{5,19}$/, 'write the WeChat id'),
		...known,
	}),
	z.strictObject({ kind: z.literal('x'), value: z.string().regex(/^\w{1,15}$/, 'write the name without @'), ...known }),
	z.strictObject({
		kind: z.literal('android'),
		value: z.string().regex(/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/, 'write the package name, such as com.example.wallet'),
		...known,
	}),
	z.strictObject({
		kind: z.literal('ios'),
		value: z.string().regex(/^id\d{9,10}$/, 'write the App Store id, such as id000000000'),
		...known,
	}),
]);

/** Everything that is ours. What is not in it, `/verify/` calls fake. */
export const OfficialSchema = z.array(OfficialChannelSchema).min(1);

/** How many days what people send is kept. */
const RetentionSchema = z.strictObject({
	/** After they were solved or closed, and not before they can no longer be reopened. */
	requests: z.int().min(reopenDays + 1, `must be more than the ${reopenDays} days in which a request can be reopened`),
	/** Open requests in which nothing happens are closed after so many days. */
	untouched: z.int().min(30),
	/** After the time of the call, and not before it has been counted how busy its hour was. */
	callbacks: z.int().min(measuredLoad.pastDays, `must be at least the ${measuredLoad.pastDays} days over which load is measured`),
	/** What was written with a vote; the vote itself stays. */
	votes: z.int().min(1),
	/** Words of failed searches. */
	searchMisses: z.int().min(1),
	/** Who of the staff did what; the database keeps a year of it in any case. */
	audit: z.int().min(365),
});

/** Who runs this help centre and where. */
export const SiteSchema = z.strictObject({
	/** `demonstration`: banner, noindex, no writes off localhost. `production`: the real thing. */
	mode: z.enum(['demonstration', 'production']),
	/** Public origin, without a trailing slash. */
	url: z.url().refine((url) => !url.endsWith('/'), 'write the origin without a trailing slash'),
	brand: localized,
	/** Who is responsible for the data that people send, for the privacy page. */
	operator: localized,
	/** Where a person asks for erasure or access. */
	privacyContact: z.email(),
	retentionDays: RetentionSchema,
	/**
	 * Site key of Cloudflare Turnstile, in place of the proof of work that asks nobody else. Its script comes from
	 * challenges.cloudflare.com, which is not reachable everywhere; `TURNSTILE_SECRET` goes with it.
	 */
	turnstileSiteKey: z.string().min(1).optional(),
	/** Article ids without locale, shown on the home page as editors' choice. */
	editorsChoice: z.array(z.string()),
});

export type Support = z.output<typeof SupportSchema>;
export type Site = z.output<typeof SiteSchema>;
export type Channel = z.output<typeof ChannelSchema>;
export type OfficialChannel = z.output<typeof OfficialChannelSchema>;
