import type { PropsWithChildren } from 'hono/jsx';

import { support } from '#config/support';
import { callAttempts, length } from '#shared/limits';

import type { StoredCallback } from '../db/callbacks.ts';
import { isOfferable } from './call-actions.ts';
import type { CallDetailProps } from './call.tsx';
import { link, type View } from './layout.tsx';
import { deskTime, words } from './words.ts';

/** What staff do about a call, each with one key (access key). Each form carries the version that its reader has seen. */
export function CallForms({ view, call, next, isCallable, proof, form = {} }: CallDetailProps) {
	const t = words[view.locale];
	const shared = { view, call };
	return (
		<>
			{call.state === 'calling' && <Outcomes view={view} call={call} next={next} isMine={proof !== null} />}
			{isCallable && (
				<div class="actions">
					<ActionForm {...shared} action="call">
						<Key name="c" label={t.callNow} isPrimary={call.state !== 'calling'} />
					</ActionForm>
				</div>
			)}
			{isCallable ? <p class="hint">{t.callNowHint}</p> : canWait(call) && <p class="hint">{t.callLater}</p>}
			<div class="actions">
				{call.state === 'held' && (
					<ActionForm {...shared} action="release">
						<button type="submit">{t.releaseCall}</button>
					</ActionForm>
				)}
				{isOfferable(call) && (
					<ActionForm {...shared} action="offer">
						<button type="submit" title={t.offerTimesHint}>
							{t.offerTimes}
						</button>
					</ActionForm>
				)}
			</div>
			<ActionForm {...shared} action="note">
				<h3>
					<label for="note">{t.callNote}</label>
				</h3>
				<textarea id="note" name="text" rows={3} required maxlength={length.note}>
					{form['action']?.[0] === 'note' ? (form['text']?.[0] ?? '') : ''}
				</textarea>
				<button type="submit">{t.saveCallNote}</button>
			</ActionForm>
		</>
	);
}

/** How a call ended. */
function Outcomes({ view, call, next, isMine }: OutcomesProps) {
	const t = words[view.locale];
	const shared = { view, call };
	return (
		<div class="outcomes">
			<ActionForm {...shared} action="reached">
				<Key name="r" label={t.reached} isPrimary={isMine} />
			</ActionForm>
			<ActionForm {...shared} action="missed">
				<Key name="m" label={t.noAnswer} />
				{call.attempts >= callAttempts ? (
					<p class="hint">{t.lastAttempt}</p>
				) : (
					<>
						<label for="next">{t.nextAttempt}</label>
						<select id="next" name="next">
							{next.map(({ start }) => (
								<option value={new Date(start).toISOString()}>{deskTime(view.locale, start)}</option>
							))}
							<option value="">{t.noNextAttempt}</option>
						</select>
					</>
				)}
			</ActionForm>
			<ActionForm {...shared} action="wrong">
				<Key name="w" label={t.wrongNumber} />
				<label class="check">
					<input type="checkbox" name="block" value="yes" /> {t.blockToo}
				</label>
			</ActionForm>
		</div>
	);
}

/** A new request with what was learnt on the phone. */
export function ConvertForm({ view, call, form = {} }: CallDetailProps) {
	const t = words[view.locale];
	const typed = (name: string) => (form['action']?.[0] === 'convert' ? (form[name]?.[0] ?? '') : '');
	const fields = support.topics.find(({ id }) => id === call.topic)?.fields ?? [];
	if (call.attempts === 0) return null;
	return (
		<details open={form['action']?.[0] === 'convert'}>
			<summary>{t.convert}</summary>
			<ActionForm view={view} call={call} action="convert">
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

/** A button and the key that presses it (with the browser's modifier). */
function Key({ name, label, isPrimary = false }: { name: string; label: string; isPrimary?: boolean }) {
	return (
		<button type="submit" accesskey={name} data-key={name} class={isPrimary ? 'primary' : undefined}>
			{label} <kbd>{name.toUpperCase()}</kbd>
		</button>
	);
}

function ActionForm({ view, call, action, children }: PropsWithChildren<ActionFormProps>) {
	return (
		<form method="post" action={link(view, `/desk/callbacks/${call.reference}`)} class="act">
			<input type="hidden" name="action" value={action} />
			<input type="hidden" name="version" value={String(call.version)} />
			{children}
		</form>
	);
}

function canWait({ state, attempts }: StoredCallback): boolean {
	return (state === 'booked' || state === 'held' || state === 'missed') && attempts < callAttempts;
}

interface ActionFormProps {
	view: View;
	call: StoredCallback;
	action: string;
}

interface OutcomesProps {
	view: View;
	call: StoredCallback;
	next: CallDetailProps['next'];
	isMine: boolean;
}
