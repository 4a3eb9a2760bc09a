import { locales } from '#config/locales';
import { formatInstant } from '#shared/instant';
import { callAttempts } from '#shared/limits';

import type { StoredCallback } from '../db/callbacks.ts';
import { ActionForm } from './action-form.tsx';
import type { NextAttempt } from './call-attempts.ts';
import type { CallDetailProps } from './call.tsx';
import { Key } from './key.tsx';
import type { View } from './layout.tsx';
import { deskTime, words } from './words.ts';

/** How a call ended, for whoever makes it. */
export function Outcomes({ view, call, next }: CallFormProps & Pick<CallDetailProps, 'next'>) {
	const t = words[view.locale];
	const shared = { view, call };
	return (
		<div class="outcomes">
			<ActionForm view={view} item={call} action="reached">
				<Key name="r" label={t.reached} isPrimary />
			</ActionForm>
			<ActionForm view={view} item={call} action="missed">
				<Key name="m" label={t.noAnswer} />
				{call.attempts >= callAttempts ? <p class="hint">{t.lastAttempt}</p> : <NextAttempts {...shared} next={next} />}
			</ActionForm>
			<WrongNumber {...shared} />
		</div>
	);
}

/** Not a list that opens: closed it would show half of a time, and on a phone not the half of whoever is called. */
function NextAttempts({ view, call, next }: CallFormProps & Pick<CallDetailProps, 'next'>) {
	const t = words[view.locale];
	const choices = [
		...next.map((attempt) => [new Date(attempt.start).toISOString(), attemptTime(view, call, attempt)] as const),
		['', t.noNextAttempt] as const,
	];
	return (
		<fieldset>
			<legend>{t.nextAttempt}</legend>
			{choices.map(([value, text], index) => (
				<label class="check">
					<input type="radio" name="next" value={value} checked={index === 0} /> {text}
				</label>
			))}
		</fieldset>
	);
}

/** Nothing brings a call back that was cancelled: its key only opens this, with or without script. */
function WrongNumber({ view, call }: CallFormProps) {
	const t = words[view.locale];
	return (
		<details>
			<summary accesskey="w" data-key="w">
				{t.wrongNumber} <kbd>W</kbd>
			</summary>
			<ActionForm view={view} item={call} action="wrong">
				<p class="hint">{t.wrongNumberHint}</p>
				<label class="check">
					<input type="checkbox" name="block" value="yes" /> {t.blockToo}
				</label>
				<button type="submit">{t.wrongNumberDo}</button>
			</ActionForm>
		</details>
	);
}

/** By the clocks of both: what is morning at the desk may be night where the phone rings. */
function attemptTime({ locale }: View, { timezone }: StoredCallback, { start, isByDay }: NextAttempt): string {
	const [ours, theirs] = [deskTime(locale, start), formatInstant(locales[locale].lang, start, timezone)];
	return [ours, ...(theirs === ours ? [] : [theirs]), ...(isByDay ? [] : [words[locale].atNight])].join(' · ');
}

/** A second step and no key: whoever talks on after the words have run out must not end their call by a slip. */
export function CallAgain({ view, call }: CallFormProps) {
	const t = words[view.locale];
	return (
		<details>
			<summary>{t.callAgain}</summary>
			<ActionForm view={view} item={call} action="again">
				<p class="hint">{t.callAgainHint}</p>
				<button type="submit">{t.callAgainDo}</button>
			</ActionForm>
		</details>
	);
}

/** For colleagues of whoever calls: nothing ends or changes somebody else's call before it was taken over. */
export function TakeOver({ view, call }: CallFormProps) {
	const t = words[view.locale];
	return (
		<details>
			<summary>{t.takeOver}</summary>
			<ActionForm view={view} item={call} action="take-over">
				<p class="hint">{t.takeOverHint}</p>
				<button type="submit">{t.takeOverDo}</button>
			</ActionForm>
		</details>
	);
}

export type CallFormProps = Pick<CallDetailProps, 'view' | 'call'>;
