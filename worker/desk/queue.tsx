import { localeIds } from '#config/locales';
import { support } from '#config/support';

import type { QueueFilter, QueueView } from '../db/queue.ts';
import type { RequestSummary } from '../db/requests.ts';
import { BulkResult, type BulkCounts } from './bulk.tsx';
import { Chosen, type Colleagues } from './chosen.tsx';
import { Layout, link, type View } from './layout.tsx';
import { Pager } from './pager.tsx';
import { languageName, teamName, topicName, words } from './words.ts';

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
