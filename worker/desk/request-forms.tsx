import { support } from '#config/support';
import * as limits from '#shared/limits';

import type { FormFields } from '../input/body.ts';
import type { RequestSummary, StoredRequest } from '../db/requests.ts';
import { ActionForm, typedIn } from './action-form.tsx';
import { ColleagueSelect } from './colleagues-select.tsx';
import { ComposeTools, type FoundArticle } from './compose.tsx';
import type { View } from './layout.tsx';
import { PriorityForm, SortingForms } from './sorting-forms.tsx';
import { stateName, teamName, words } from './words.ts';
import { workWords } from './words/work.ts';

/** What staff do about a request. */
export function RequestForms({ view, request, form = {}, found, me, colleagues, earlier, isBlocked }: RequestFormsProps) {
	const t = words[view.locale];
	const shared = { view, item: request };
	return (
		<>
			<ActionForm {...shared} action="reply">
				<h2>
					<label for="reply">{t.reply}</label>
				</h2>
				<p class="hint" id="reply-hint">
					{t.replyHint}
				</p>
				<textarea id="reply" name="text" rows={7} required maxlength={limits.length.message} aria-describedby="reply-hint">
					{typedIn(form, 'reply', 'text')}
				</textarea>
				<ComposeTools view={view} request={request} me={me} form={form} found={found} />
				<label class="check">
					<input type="checkbox" name="asks" value="yes" checked={typedIn(form, 'reply', 'asks') === 'yes'} /> {t.asks}
				</label>
				<button type="submit" class="primary">
					{t.send}
				</button>
			</ActionForm>
			<div class="actions">
				<ActionForm {...shared} action={request.assignee === me ? 'leave' : 'take'}>
					<button type="submit">{request.assignee === me ? t.leave : t.take}</button>
				</ActionForm>
				<ActionForm {...shared} action="assign">
					<div class="actions">
						<ColleagueSelect view={view} id="to" colleagues={colleagues} me={me} chosen={request.assignee} />
						<button type="submit">{workWords[view.locale].assign}</button>
					</div>
				</ActionForm>
				{request.state === 'held' && (
					<ActionForm {...shared} action="state">
						<input type="hidden" name="state" value="received" />
						<button type="submit">{t.release}</button>
					</ActionForm>
				)}
			</div>
			<ActionForm {...shared} action="note">
				<h2>
					<label for="note">{t.addNote}</label>
				</h2>
				<p class="hint" id="note-hint">
					{t.noteHint}
				</p>
				<textarea id="note" name="text" rows={3} required maxlength={limits.length.message} aria-describedby="note-hint">
					{typedIn(form, 'note', 'text')}
				</textarea>
				<button type="submit">{t.saveNote}</button>
			</ActionForm>
			<ActionForm {...shared} action="hand">
				<h2>{t.handOver}</h2>
				<label for="team">{t.toTeam}</label>
				<select id="team" name="team">
					{support.teams.map(({ id }) => (
						<option value={id} selected={id === (typedIn(form, 'hand', 'team') || request.team)}>
							{teamName(view.locale, id)}
						</option>
					))}
				</select>
				<label for="reason">{t.handReason}</label>
				<textarea id="reason" name="reason" rows={2} required maxlength={limits.length.reason}>
					{typedIn(form, 'hand', 'reason')}
				</textarea>
				<button type="submit">{t.doHand}</button>
			</ActionForm>
			<ActionForm {...shared} action="state">
				<h2>
					<label for="state">{t.setState}</label>
				</h2>
				<div class="actions">
					<select id="state" name="state">
						{(['received', 'assigned', 'waiting', 'solved', 'closed'] as const).map((state) => (
							<option value={state} selected={state === request.state}>
								{stateName(view.locale, state)}
							</option>
						))}
					</select>
					<button type="submit">{t.doSet}</button>
				</div>
			</ActionForm>
			<PriorityForm view={view} request={request} />
			<SortingForms view={view} request={request} earlier={earlier} isBlocked={isBlocked} />
		</>
	);
}

interface RequestFormsProps {
	view: View;
	request: StoredRequest;
	form?: FormFields | undefined;
	found?: FoundArticle[] | undefined;
	me: string;
	colleagues: string[];
	/** The newest others that name the same address. */
	earlier: RequestSummary[];
	/** Whether its sender is blocked. */
	isBlocked: boolean;
}
