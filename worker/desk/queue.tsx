import { localeIds } from '#config/locales';
import { support } from '#config/support';

import type { QueueFilter, QueueView } from '../db/queue.ts';
import type { RequestSummary } from '../db/requests.ts';
import { BulkResult, type BulkCounts } from './bulk.tsx';
import { ColleagueSelect } from './colleagues-select.tsx';
import { Layout, link, type View } from './layout.tsx';
import { SeededTag, Time } from './lists.tsx';
import { Due, Priority } from './due.tsx';
import { Pager } from './pager.tsx';
import { ReferenceLink } from './references.tsx';
import { languageName, stateName, teamName, topicName, words } from './words.ts';
import { sortingWords } from './words/sorting.ts';
import { togetherWords } from './words/together.ts';
import { workWords } from './words/work.ts';

const excerptLength = 140;

const views = [
	['open', 'queueOpen'],
	['mine', 'queueMine'],
	['unassigned', 'queueUnassigned'],
	['overdue', 'queueOverdue'],
	['waiting', 'queueWaiting'],
	['held', 'queueHeld'],
	['flagged', 'queueFlagged'],
	['solved', 'queueSolved'],
	['closed', 'queueClosed'],
	['all', 'queueAll'],
] as const satisfies readonly (readonly [QueueView, keyof (typeof words)['en']])[];

/** Requests of one queue, newest first. */
export function Queue({ view, filter, items, counts, next, done, me, colleagues }: QueueProps) {
	const t = words[view.locale];
	const isOwnValue = filter.view === 'mine' || filter.view === 'overdue';
	const query = { view: filter.view, ...(isOwnValue || !filter.value ? {} : { value: filter.value }) };
	return (
		<Layout view={view} tab="requests">
			<h1>{t.requests}</h1>
			<nav aria-label={t.queues}>
				{views.map(([id, name]) => (
					<a href={link(view, '/desk/', { view: id })} aria-current={id === filter.view ? 'true' : undefined}>
						{t[name]}
						{id in counts && <span data-count={id}>{` (${counts[id as keyof typeof counts]})`}</span>}
					</a>
				))}
			</nav>
			<div class="filters">
				<Choices
					view={view}
					filter={filter}
					name="team"
					label={t.byTeam}
					options={support.teams.map(({ id }) => [id, teamName(view.locale, id)])}
				/>
				<Choices
					view={view}
					filter={filter}
					name="topic"
					label={t.byTopic}
					options={support.topics.map(({ id }) => [id, topicName(view.locale, id)])}
				/>
				<Choices
					view={view}
					filter={filter}
					name="language"
					label={t.byLanguage}
					options={localeIds.map((id) => [id, languageName(id)])}
				/>
			</div>
			<BulkResult view={view} counts={done} />
			<form method="post" action={link(view, '/desk/')}>
				<input type="hidden" name="view" value={filter.view} />
				<input type="hidden" name="value" value={isOwnValue ? '' : filter.value} />
				<Chosen view={view} items={items} me={me} colleagues={colleagues} />
			</form>
			<Pager view={view} isEmpty={items.length === 0} path="/desk/" next={next} query={query} />
		</Layout>
	);
}

/** Requests to choose from, and what can be done with those that are chosen; stands in a form. */
export function Chosen({ view, items, me, colleagues }: ChosenProps) {
	const t = words[view.locale];
	return (
		<>
			<ol class="items">
				{items.map((item) => (
					<Item view={view} item={item} />
				))}
			</ol>
			{items.length > 0 && (
				<div class="actions bulk">
					<label class="check" data-choose-all hidden>
						<input type="checkbox" /> {togetherWords[view.locale].chooseAll}
					</label>
					<span class="meta">{t.bulk}</span>
					<button type="submit" name="action" value="take">
						{t.takeAll}
					</button>
					<span class="actions">
						<ColleagueSelect view={view} id="to" colleagues={colleagues} me={me} />
						<button type="submit" name="action" value="assign">
							{workWords[view.locale].assign}
						</button>
					</span>
					<button type="submit" name="action" value="close">
						{t.closeAll}
					</button>
					<button type="submit" name="action" value="spam">
						{sortingWords[view.locale].markSpam}
					</button>
				</div>
			)}
		</>
	);
}

function Item({ view, item }: { view: View; item: RequestSummary }) {
	const t = words[view.locale];
	const { reference, message } = item;
	return (
		<li>
			<h2>
				<input type="checkbox" name="chosen" value={`${reference}.${item.version}`} aria-label={`${t.choose} ${reference}`} />
				<ReferenceLink view={view} reference={reference} />
				<span class={item.state === 'held' ? 'tag held' : 'tag'}>{stateName(view.locale, item.state)}</span>
				<Priority view={view} item={item} />
				{item.urgent && <span class="tag urgent">{t.urgent}</span>}
				{item.isSpam && <span class="tag held">{sortingWords[view.locale].spam}</span>}
				{item.flagged && <span class="tag urgent">{t.lowRated}</span>}
				<SeededTag view={view} reference={reference} />
			</h2>
			<p class="meta">
				<Time view={view} at={item.createdAt} /> · {topicName(view.locale, item.topic)} · {teamName(view.locale, item.team)} ·{' '}
				{item.assignee ?? t.nobody}
				<Due view={view} item={item} />
			</p>
			<p>
				<strong>{item.name}</strong> {item.email}
			</p>
			<p class="excerpt">{message.length > excerptLength ? `${message.slice(0, excerptLength)}…` : message}</p>
		</li>
	);
}

function Choices({ view, filter, name, label, options }: ChoicesProps) {
	const t = words[view.locale];
	const id = `by-${name}`;
	return (
		<form method="get" action="/desk/">
			<input type="hidden" name="view" value={name} />
			{view.lang && <input type="hidden" name="lang" value={view.lang} />}
			<label for={id}>{label}</label>
			<select id={id} name="value">
				{options.map(([value, text]) => (
					<option value={value} selected={filter.view === name && filter.value === value}>
						{text}
					</option>
				))}
			</select>
			<button type="submit">{t.filter}</button>
		</form>
	);
}

interface ChoicesProps {
	view: View;
	filter: QueueFilter;
	name: 'team' | 'topic' | 'language';
	label: string;
	options: (readonly [value: string, text: string])[];
}

interface QueueProps extends Colleagues {
	view: View;
	filter: QueueFilter;
	items: RequestSummary[];
	/** How many there are in queues that are work. */
	counts: Partial<Record<QueueView, number>>;
	/** Cursor of the next page. */
	next: string | undefined;
	/** What a bulk change came to. */
	done: BulkCounts | undefined;
}

interface ChosenProps extends Colleagues {
	view: View;
	items: RequestSummary[];
}

interface Colleagues {
	me: string;
	/** Whom work can be given to. */
	colleagues: string[];
}
