import type { RequestSummary } from '../db/requests.ts';
import { ColleagueSelect } from './colleagues-select.tsx';
import { Due, Priority } from './due.tsx';
import type { View } from './layout.tsx';
import { SeededTag, Time } from './lists.tsx';
import { ReferenceLink } from './references.tsx';
import { stateName, teamName, topicName, words } from './words.ts';
import { sortingWords } from './words/sorting.ts';
import { togetherWords } from './words/together.ts';
import { workWords } from './words/work.ts';

const excerptLength = 140;

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

interface ChosenProps extends Colleagues {
	view: View;
	items: RequestSummary[];
}

export interface Colleagues {
	me: string;
	/** Whom work can be given to. */
	colleagues: string[];
}
