import { support } from '#config/support';
import { callEarlyMinutes, callerWordsSeconds, callLateMinutes, length } from '#shared/limits';

import { isJudgeable, isOfferable } from '../callbacks/callback-rules.ts';
import { ActionForm, typedIn } from './action-form.tsx';
import { CallAgain, Outcomes, TakeOver, type CallFormProps } from './call-outcomes.tsx';
import type { CallDetailProps } from './call.tsx';
import { Key } from './key.tsx';
import { words } from './words.ts';

/** What staff do about a call. */
export function CallForms({ view, call, next, isCallable, proof, form }: CallDetailProps) {
	const t = words[view.locale];
	const shared = { view, call };
	return (
		<>
			{call.state === 'calling' && (proof ? <Outcomes {...shared} next={next} /> : <TakeOver {...shared} />)}
			{isCallable && (call.state === 'calling' ? <CallAgain {...shared} /> : <CallNow {...shared} />)}
			{!isCallable && isOfferable(call) && (
				<p class="hint">{t.callLater.replace('{early}', String(callEarlyMinutes)).replace('{late}', String(callLateMinutes))}</p>
			)}
			<div class="actions">
				{isJudgeable(call) && (
					<ActionForm view={view} item={call} action="release">
						<button type="submit">{t.releaseCall}</button>
					</ActionForm>
				)}
				{isOfferable(call) && (
					<ActionForm view={view} item={call} action="offer">
						<button type="submit" title={t.offerTimesHint}>
							{t.offerTimes}
						</button>
					</ActionForm>
				)}
			</div>
			<ActionForm view={view} item={call} action="note">
				<h3>
					<label for="note">{t.callNote}</label>
				</h3>
				<textarea id="note" name="text" rows={3} required maxlength={length.note}>
					{typedIn(form, 'note', 'text')}
				</textarea>
				<button type="submit">{t.saveCallNote}</button>
			</ActionForm>
		</>
	);
}

function CallNow({ view, call }: CallFormProps) {
	const t = words[view.locale];
	return (
		<>
			<div class="actions">
				<ActionForm view={view} item={call} action="call">
					<Key name="c" label={t.callNow} isPrimary />
				</ActionForm>
			</div>
			<p class="hint">{t.callNowHint.replace('{minutes}', String(callerWordsSeconds / 60))}</p>
		</>
	);
}

/** A new request with what was learnt on the phone. */
export function ConvertForm({ view, call, form }: CallDetailProps) {
	const t = words[view.locale];
	const typed = (name: string) => typedIn(form, 'convert', name);
	const fields = support.topics.find(({ id }) => id === call.topic)?.fields ?? [];
	if (call.attempts === 0) return null;
	return (
		<details open={form?.['action']?.[0] === 'convert'}>
			<summary>{t.convert}</summary>
			<ActionForm view={view} item={call} action="convert">
				<p class="hint">{t.convertHint}</p>
				<label for="email">{t.email}</label>
				<input
					id="email"
					name="email"
					type="email"
					required
					maxlength={length.email}
					value={typed('email') || (call.email ?? '')}
				/>
				{fields.map((field) => (
					<>
						<label for={field}>{t[field]}</label>
						{field === 'chain' ? (
							<select id={field} name={field}>
								<option value="">—</option>
								{support.chains.map(({ id, name }) => (
									<option value={id} selected={typed(field) === id}>
										{name}
									</option>
								))}
							</select>
						) : (
							<input id={field} name={field} maxlength={length[field]} value={typed(field)} />
						)}
					</>
				))}
				<label for="message">{t.message}</label>
				<textarea id="message" name="message" rows={5} required minlength={length.messageMin} maxlength={length.message}>
					{typed('message') || (call.note ?? '')}
				</textarea>
				<button type="submit">{t.convertDo}</button>
			</ActionForm>
		</details>
	);
}
