import * as z from 'zod';

import { route, type Routable } from '#shared/routing';

import { localeIds } from './locales.ts';

const texts = z.array(z.string().trim().min(1)).min(1);

/** One rule: what must all be true of a request, and what becomes of it then. */
const RuleSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/, 'name a rule with small letters, digits and hyphens'),
	/** Of each list one entry is enough. Nothing here matches every request. */
	when: z.strictObject({
		topics: texts.optional(),
		locales: z.array(z.enum(localeIds)).min(1).optional(),
		chains: texts.optional(),
		/** Words of the message, whatever its language is said to be. */
		words: z.partialRecord(z.enum(localeIds), texts).optional(),
		/** What the writer ticked: something is being lost right now. */
		urgent: z.boolean().optional(),
	}),
	team: z.string(),
	priority: z.enum(['high', 'normal', 'low']),
	/** Until the first reply, counted in minutes in which the desk of the request's language is open. */
	firstReplyMinutes: z.int().min(1).max(10_080),
});

/** Rules in their order: the first that matches decides. */
export const RoutingSchema = z.array(RuleSchema).min(1);

/** What is wrong with the rules, as sentences: nothing a request could meet may be left without one, and no rule without a request. */
export function routingFaults(rules: readonly Rule[], known: Known): string[] {
	const named = rules.flatMap((rule) => [
		...strangers(rule.id, 'topic', rule.when.topics, known.topics),
		...strangers(rule.id, 'chain', rule.when.chains, known.chains),
		...strangers(rule.id, 'team', [rule.team], known.teams),
	]);
	if (named.length > 0) return named;
	const ids = rules.map(({ id }) => id);
	const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `routing rule "${id}" is there twice`);
	const last = rules.at(-1);
	const isOpen = last && Object.keys(last.when).length > 0;
	const fallback = isOpen ? [`the last routing rule, "${last.id}", must match everything: leave its "when" empty`] : [];
	return [...twice, ...fallback, ...unreachable(rules, known)];
}

function strangers(rule: string, kind: string, named: readonly string[] = [], known: readonly string[] = []): string[] {
	return named
		.filter((id) => !known.includes(id))
		.map((id) => `routing rule "${rule}" names ${kind} "${id}", which does not exist`);
}

/** Every kind of request is tried, each with no word and with each word of a rule alone: whatever more it says only matches more. */
function unreachable(rules: readonly Rule[], known: Known): string[] {
	const reached = new Set<string>();
	const messages = new Set(['', ...rules.flatMap(({ when }) => Object.values(when.words ?? {}).flat())]);
	for (const topic of known.topics)
		for (const locale of localeIds)
			for (const chain of [undefined, ...known.chains])
				for (const urgent of [false, true])
					for (const message of messages) {
						const contact: Routable = { topic, locale, chain, urgent, message };
						reached.add(route(rules, contact)?.id ?? '');
					}
	return rules
		.filter(({ id }) => !reached.has(id))
		.map(({ id }) => `routing rule "${id}" can never match: the rules before it take everything that it would`);
}

export type Rule = z.output<typeof RuleSchema>;

interface Known {
	topics: readonly string[];
	chains: readonly string[];
	teams: readonly string[];
}
