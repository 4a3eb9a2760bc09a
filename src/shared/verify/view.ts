import { forgeableKinds, reasons as allReasons } from '#shared/verify/kinds';
import type { Finding, Verdict } from '#shared/verify/verdict';

/** Longer ones are cut where they are shown again, in UTF-16 code units. */
const mostShown = 120;

/**
 * What the answer on `/verify/` shows: which of its blocks, their texts and its list, by data attributes. Worker and browser fill
 * the same page with it. The worst finding is the answer; the others are listed.
 */
export function verifyView(findings: readonly Finding[]): VerifyView {
	const [first] = findings;
	const found = findings.length > 1 ? findings.map(({ shown, verdict }) => ({ text: cut(shown), verdict })) : [];
	if (!first)
		return { facts: ['answer:yes', 'verdict:nothing', ...factsOf({ report: true }), ...reasonFacts([])], fills: {}, found };
	const { verdict, kind, official, fake, like, decoded, domain, reasons } = first;
	const isOurs = verdict === 'official';
	return {
		facts: [
			'answer:yes',
			`verdict:${verdict}`,
			...factsOf({
				checked: true,
				kind: first.isAnywhere ? 'name' : kind,
				contact: isOurs && forgeableKinds.has(kind),
				site: isOurs && kind === 'website',
				app: isOurs && (kind === 'android' || kind === 'ios'),
				account: isOurs && (kind === 'telegram' || kind === 'wechat' || kind === 'x'),
				national: first.isNational,
				like,
				decoded,
				domain: domain && domain !== first.value && !isOurs,
				report: !isOurs,
				more: found.length > 0,
			}),
			...reasonFacts(reasons),
		],
		fills: {
			shown: cut(first.shown),
			value: first.value,
			like: like ?? '',
			decoded: decoded ?? '',
			domain: domain ?? '',
			since: official?.since ?? '',
			purpose: official?.purpose ?? '',
			seen: fake?.seen ?? '',
			source: fake?.source ?? '',
			note: fake?.note ?? '',
		},
		found,
	};
}

/** Blocks that are there or not; the page names them `like:yes` and so on. */
function factsOf(holds: Partial<Record<Block, unknown>>): string[] {
	return blocks.map((block) => `${block}:${block === 'kind' ? String(holds.kind ?? 'none') : holds[block] ? 'yes' : 'no'}`);
}

function reasonFacts(reasons: Finding['reasons']): string[] {
	return [
		`why:${reasons.length > 0 ? 'yes' : 'no'}`,
		...allReasons.map((reason) => `why-${reason}:${reasons.includes(reason) ? 'yes' : 'no'}`),
	];
}

function cut(text: string): string {
	return text.length > mostShown ? `${text.slice(0, mostShown).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

const blocks = [
	'checked',
	'kind',
	'contact',
	'site',
	'app',
	'account',
	'national',
	'like',
	'decoded',
	'domain',
	'report',
	'more',
] as const;

type Block = (typeof blocks)[number];

export interface VerifyView {
	/** `key:value` pairs for `data-show`. */
	facts: string[];
	fills: Record<string, string>;
	/** Everything that was found, where it is more than one thing. */
	found: { text: string; verdict: Verdict }[];
}
