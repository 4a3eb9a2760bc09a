import * as z from 'zod';

import { localeIds } from '#config/locales';
import { support } from '#config/support';
import { chainIds, topicIds } from '#shared/contact';
import { localeField, optionalOption, requiredOption } from '#shared/fields';
import * as limits from '#shared/limits';
import { explain, isMatch, type Routable } from '#shared/routing';

import { fromForm, readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { findRequest, type StoredRequest } from '../db/requests.ts';
import { parseInput } from '../input/input.ts';
import { parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { Layout, link, type View } from './layout.tsx';
import { send, viewOf } from './page.tsx';
import { Outcome, routingPath, RuleItem } from './rule.tsx';
import { languageName, topicName, words, type Words } from './words.ts';

const ExampleSchema = z.object({
	topic: requiredOption(topicIds),
	locale: localeField,
	chain: optionalOption(chainIds),
	urgent: z.boolean().optional(),
	message: z.string().max(limits.length.message).default(''),
});

/** All rules, and which of them takes a request or a typed example, and why. */
export function addRouting(desk: App): void {
	desk.get('/routing', (c) => c.redirect(routingPath, 308));
	desk.get('/routing/', (c) => byReference(c));
	desk.post('/routing/', (c) => byExample(c));
}

async function byReference(c: AppContext): Promise<Response> {
	const asked = c.req.query('reference')?.trim();
	const stored = asked ? await findRequest(c.env.DB, parseReference(asked) ?? '') : null;
	return send(c, <Routing view={viewOf(c)} stored={stored} asked={asked} />, asked && !stored ? 404 : 200);
}

async function byExample(c: AppContext): Promise<Response> {
	try {
		const example = parseInput(ExampleSchema, fromForm(await readForm(c, { takesTokens: true })));
		return await send(c, <Routing view={viewOf(c)} example={example} />);
	} catch (error) {
		if (!(error instanceof ApiError) || (error.code !== 'INVALID' && error.code !== 'SECRET_DETECTED')) throw error;
		const trouble = error.code === 'INVALID' ? 'invalidForm' : 'secretReply';
		return send(c, <Routing view={viewOf(c)} trouble={trouble} />, 422);
	}
}

function Routing({ view, stored = null, example, asked, trouble }: RoutingProps) {
	const t = words[view.locale];
	const request = stored ?? example ?? null;
	const used = request ? support.routing.findIndex((rule) => isMatch(explain(rule, request))) : -1;
	return (
		<Layout view={view} tab="routing">
			<h1>{t.routing}</h1>
			<p class="hint">{t.routingHint}</p>
			{trouble && (
				<div class="notice" role="alert" data-code={trouble === 'secretReply' ? 'SECRET_DETECTED' : undefined}>
					<p>{t[trouble]}</p>
				</div>
			)}
			<ByReference view={view} asked={asked} />
			{asked && !stored && <p role="alert">{t.noSuchRequest}</p>}
			{stored && <Outcome view={view} request={stored} />}
			<ByExample view={view} example={example} />
			<ol class="items rules">
				{support.routing.map((rule, index) => (
					<RuleItem
						view={view}
						rule={rule}
						request={request}
						state={used === index ? 'used' : used >= 0 && index > used ? 'later' : 'passed'}
					/>
				))}
			</ol>
		</Layout>
	);
}

function ByReference({ view, asked }: { view: View; asked: string | undefined }) {
	const t = words[view.locale];
	return (
		<form method="get" action={routingPath} class="filters">
			{view.lang && <input type="hidden" name="lang" value={view.lang} />}
			<label for="reference">{t.tryReference}</label>
			<input id="reference" name="reference" value={asked ?? ''} placeholder="R-" required aria-describedby="reference-hint" />
			<button type="submit">{t.tryIt}</button>
			<span class="hint" id="reference-hint">
				{t.tryReferenceHint}
			</span>
		</form>
	);
}

function ByExample({ view, example }: { view: View; example: Routable | undefined }) {
	const t = words[view.locale];
	const topics = support.topics.map(({ id }) => [id, topicName(view.locale, id)] as const);
	const chains = [['', t.noChain] as const, ...support.chains.map(({ id, name }) => [id, name] as const)];
	return (
		<details open={example !== undefined}>
			<summary>{t.tryExample}</summary>
			<form method="post" action={link(view, routingPath)} class="act">
				<div class="filters">
					<Choice name="topic" label={t.topic} options={topics} value={example?.topic} />
					<Choice
						name="locale"
						label={t.language}
						options={localeIds.map((id) => [id, languageName(id)])}
						value={example?.locale ?? view.locale}
					/>
					<Choice name="chain" label={t.chain} options={chains} value={example?.chain ?? ''} />
					<label class="check">
						<input type="checkbox" name="urgent" value="yes" checked={example?.urgent} /> {t.urgent}
					</label>
				</div>
				<label for="message">{t.message}</label>
				<textarea id="message" name="message" rows={3} maxlength={limits.length.message}>
					{example?.message ?? ''}
				</textarea>
				<button type="submit">{t.tryIt}</button>
			</form>
		</details>
	);
}

function Choice({ name, label, options, value }: ChoiceProps) {
	return (
		<>
			<label for={name}>{label}</label>
			<select id={name} name={name}>
				{options.map(([id, text]) => (
					<option value={id} selected={id === value}>
						{text}
					</option>
				))}
			</select>
		</>
	);
}

interface ChoiceProps {
	name: string;
	label: string;
	options: readonly (readonly [id: string, text: string])[];
	value: string | undefined;
}

interface RoutingProps {
	view: View;
	stored?: StoredRequest | null;
	example?: Routable;
	/** The reference that was asked for. */
	asked?: string | undefined;
	/** Why the example was not tried. */
	trouble?: keyof Words & ('invalidForm' | 'secretReply');
}
