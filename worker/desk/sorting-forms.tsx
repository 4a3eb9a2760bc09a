import type { RequestSummary, StoredRequest } from '../db/requests.ts';
import { ranks } from '../requests/routing.ts';
import { ActionForm } from './action-form.tsx';
import { blockedPath } from './blocked.tsx';
import { link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { ReferenceLink, ReferenceText } from './references.tsx';
import { priorityWords } from './rule.tsx';
import { isOpenTarget } from './sorting.ts';
import { stateName, topicName, words } from './words.ts';
import { sortingWords } from './words/sorting.ts';
import { workWords } from './words/work.ts';

/** What is done with a request that is none, or no new one. */
export function SortingForms({ view, request, earlier, isBlocked }: SortingFormsProps) {
	const t = sortingWords[view.locale];
	const shared = { view, item: request };
	const others = request.mergedInto ? [] : earlier.filter(isOpenTarget);
	return (
		<details class="act sorting" open={isBlocked || request.isSpam}>
			<summary>{t.sorting}</summary>
			<ActionForm {...shared} action={request.isSpam ? 'no-spam' : 'spam'}>
				<p class="hint">{t.spamHint}</p>
				<button type="submit">{request.isSpam ? t.noSpam : t.markSpam}</button>
			</ActionForm>
			{others.length > 0 && (
				<ActionForm {...shared} action="merge">
					<label for="into">{t.merge}</label>
					<p class="hint" id="merge-hint">
						{t.mergeHint}
					</p>
					<select id="into" name="into" aria-describedby="merge-hint">
						{others.map(({ reference, state, topic }) => (
							<option value={reference}>
								{reference} · {stateName(view.locale, state)} · {topicName(view.locale, topic)}
							</option>
						))}
					</select>
					<button type="submit">{t.doMerge}</button>
				</ActionForm>
			)}
			<ActionForm {...shared} action={isBlocked ? 'unblock' : 'block'}>
				<p class="hint">{isBlocked ? t.blockedSince : t.blockHint}</p>
				<button type="submit">{isBlocked ? t.unblock : t.block}</button>
			</ActionForm>
			<p>
				<a href={link(view, blockedPath)}>{t.blockedList}</a>
			</p>
		</details>
	);
}

/** Where a request stands among others, set by hand. */
export function PriorityForm({ view, request }: { view: View; request: StoredRequest }) {
	const t = sortingWords[view.locale];
	return (
		<ActionForm view={view} item={request} action="priority">
			<h2>
				<label for="priority">{t.priority}</label>
			</h2>
			<p class="hint" id="priority-hint">
				{t.priorityHint}
			</p>
			<div class="actions">
				<select id="priority" name="priority" aria-describedby="priority-hint">
					{(['high', 'normal', 'low'] as const).map((rank) => (
						<option value={rank} selected={ranks[rank] === request.priority}>
							{words[view.locale][priorityWords[rank]]}
						</option>
					))}
				</select>
				<button type="submit">{t.setPriority}</button>
			</div>
		</ActionForm>
	);
}

/** Where a request goes on that was merged. */
export function MergedNote({ view, request }: { view: View; request: StoredRequest }) {
	const t = sortingWords[view.locale];
	if (!request.mergedInto) return null;
	return (
		<p class="done">
			<ReferenceText view={view} text={t.merged} reference={request.mergedInto} /> <span class="hint">{t.mergedHint}</span>
		</p>
	);
}

/** What was said in the requests that go on here. */
export function MergedHere({ view, requests }: { view: View; requests: readonly StoredRequest[] }) {
	const t = { ...words[view.locale], ...sortingWords[view.locale] };
	return (
		<>
			{requests.map(({ reference, name, message, messages, createdAt, files, isVerified }) => (
				<details class="merged">
					<summary>{t.mergedHere.replace('{reference}', reference)}</summary>
					<p>
						<ReferenceLink view={view} reference={reference} />{' '}
						<span class={isVerified ? 'tag' : 'tag held'}>{workWords[view.locale][isVerified ? 'verified' : 'unverified']}</span>
					</p>
					{[{ at: createdAt, author: 'person', body: message }, ...messages].map(({ at, author, body }) => (
						<p class="text">
							<span class="meta">
								{author === 'person' ? name : author === 'staff' ? t.staff : t.internal} · <Time view={view} at={at} />
							</span>
							{'\n'}
							{body || t.purged}
						</p>
					))}
					{files.map((file) => (
						<p>
							<a href={`/desk/files/${reference}/${file.id}`} download={file.name}>
								{file.name}
							</a>
						</p>
					))}
				</details>
			))}
		</>
	);
}

interface SortingFormsProps {
	view: View;
	request: StoredRequest;
	earlier: readonly RequestSummary[];
	isBlocked: boolean;
}
