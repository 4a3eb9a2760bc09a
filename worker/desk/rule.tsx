import type { Rule } from '#config/routing-schema';
import { isLocale, type Locale } from '#config/locales';
import { support } from '#config/support';
import { explain, isMatch, type Condition, type Routable } from '#shared/routing';

import type { StoredRequest } from '../db/requests.ts';
import { findRule, routeRequest } from '../requests/routing.ts';
import { Row } from './details.tsx';
import { link, type View } from './layout.tsx';
import { languageName, teamName, topicName, words } from './words.ts';

export const routingPath = '/desk/routing/';

/** One rule: its conditions and what it decides; with a request, which of the conditions are true of it. */
export function RuleItem({ view, rule, request, state }: RuleItemProps) {
	const t = words[view.locale];
	const conditions = explain(rule, request ?? { topic: '', locale: view.locale, message: '' });
	return (
		<li class={state === 'used' ? 'chosen' : undefined}>
			<h2>
				<code>{rule.id}</code>
				{state === 'used' && <span class="tag">{t.ruleUsed}</span>}
			</h2>
			{conditions.length === 0 && <p>{t.ruleAlways}</p>}
			<ul class="conditions">
				{conditions.map((condition) => (
					<li>
						<ConditionLine view={view} condition={condition} />
						{request && state !== 'later' && <Verdict view={view} condition={condition} />}
					</li>
				))}
			</ul>
			{state === 'later' && <p class="meta">{t.notReached}</p>}
			<p class="meta">
				{teamName(view.locale, rule.team)} · {t[priorityWords[rule.priority]]} · {t.ruleTarget}{' '}
				{t.openMinutes.replace('{minutes}', String(rule.firstReplyMinutes))}
			</p>
		</li>
	);
}

/** Why a request is where it is, in one line of its facts. */
export function RoutedBy({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const rule = findRule(request.rule);
	const reasons = rule ? explain(rule, request) : [];
	return (
		<Row label={t.routedBy}>
			{request.rule && (
				<>
					<a href={link(view, routingPath, { reference: request.reference })}>{request.rule}</a>
					{rule && isMatch(reasons) && <Reasons view={view} reasons={reasons} />}
				</>
			)}
		</Row>
	);
}

/** What the rules say of a stored request today, and what they said when it came. */
export function Outcome({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	const today = routeRequest(request, request.createdAt).rule;
	if (!request.rule) return <p>{t.notRouted}</p>;
	const isSame = request.rule === today;
	const sentence = isSame ? t.ruleTaken : findRule(request.rule) ? t.ruleChanged : t.ruleGone;
	return <p>{sentence.replace('{rule}', request.rule).replace('{today}', today)}</p>;
}

function Reasons({ view, reasons }: { view: View; reasons: Condition[] }) {
	const t = words[view.locale];
	const met = reasons.map((condition) => reasonText(view.locale, { ...condition, wanted: condition.met }));
	return (
		<>
			{t.because}
			{met.length === 0 ? t.whyAlways : met.join(t.comma)}
		</>
	);
}

function ConditionLine({ view, condition }: { view: View; condition: Condition }) {
	return <span>{reasonText(view.locale, condition)}</span>;
}

function Verdict({ view, condition }: { view: View; condition: Condition }) {
	const t = words[view.locale];
	const isMet = condition.met.length > 0;
	const which = isMet && condition.kind === 'words' ? ` (${condition.met.join(t.comma)})` : '';
	return (
		<strong class={isMet ? 'met' : 'unmet'}>
			{' '}
			{isMet ? '✓ ' : '✗ '}
			{isMet ? t.matched : t.notMatched}
			{which}
		</strong>
	);
}

function reasonText(locale: Locale, { kind, wanted }: Condition): string {
	const t = words[locale];
	if (kind === 'urgent') return wanted[0] === 'true' ? t.conditionUrgent : t.conditionNotUrgent;
	return `${t[conditionWords[kind]]}${t.colon}${wanted.map((entry) => entryName(locale, kind, entry)).join(t.or)}`;
}

function entryName(locale: Locale, kind: Condition['kind'], entry: string): string {
	if (kind === 'topics') return topicName(locale, entry);
	if (kind === 'locales') return isLocale(entry) ? languageName(entry) : entry;
	if (kind === 'chains') return support.chains.find(({ id }) => id === entry)?.name ?? entry;
	return words[locale].quoted.replace('{text}', entry);
}

/** How a priority is called. */
export const priorityWords = { high: 'priorityHigh', normal: 'priorityNormal', low: 'priorityLow' } as const;

const conditionWords = {
	topics: 'conditionTopics',
	locales: 'conditionLocales',
	chains: 'conditionChains',
	words: 'conditionWords',
} as const;

interface RuleItemProps {
	view: View;
	rule: Rule;
	/** What the conditions are held against. */
	request: Routable | null;
	/** Whether this rule took it, or one before it. */
	state: 'used' | 'later' | 'passed';
}
