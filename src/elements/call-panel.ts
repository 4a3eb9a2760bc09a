import { afterMissed, calendarEntry, callerOf, isEntryStale, namedState } from '#shared/call-facts';
import type { CallbackView } from '#shared/callbacks';
import { callLateMinutes, callWatchMinutes, callWatchSeconds } from '#shared/limits';

import type { Problem } from '#shared/errors';

import type { Answer } from './api.ts';
import { FormGuard } from './form-guard.ts';
import './help-open.ts';
import { HelpSlots } from './help-slots.ts';
import { checkForm, clearErrors, formValues, setBusy, showErrors, showProblem } from './live-form.ts';

const minuteMs = 60_000;
/** How often a page looks while no call is due: staff may ask for another time. */
const idleMs = 5 * minuteMs;
/** From so many lost answers in a row on, the page no longer knows what it says about callers. */
const lostAnswers = 2;
/** How often it then looks while no call is due. */
const lostMs = 30_000;

/** A booked call on its page: whether we are calling, what can still be changed, and how it was. */
export class CallPanel {
	readonly #root: HTMLElement;
	readonly #page: CallPage;
	readonly #section: HTMLElement | null;
	readonly #guard: FormGuard | undefined;
	#view: CallbackView | undefined;
	#timer = 0;
	#wordsTimer = 0;
	/** How far the server's clock is ahead of this one: who is minutes off would miss the words. */
	#ahead = 0;
	/** Answers lost in a row. */
	#lost = 0;

	constructor(root: HTMLElement, page: CallPage) {
		this.#root = root;
		this.#page = page;
		this.#section = root.querySelector('[data-call]');
		const rating = root.querySelector<HTMLFormElement>('[data-action="call-rating"]');
		if (rating) this.#guard = new FormGuard(rating);
		root.querySelector('.move')?.addEventListener('toggle', () => void this.#loadSlots());
		// The words of the page say more than the browser's own.
		const move = root.querySelector<HTMLFormElement>('[data-action="move"]');
		if (move) move.noValidate = true;
		// A page that lies in the background is not asked; it looks as soon as somebody looks at it.
		document.addEventListener('visibilitychange', () => {
			if (!document.hidden && this.#view && !this.#view.isOver) void this.#look();
		});
		window.addEventListener('online', () => this.#lost > 0 && void this.#look());
	}

	/** Shows a call and goes on watching it; gives the facts of the page, the same as `worker/callbacks/call-page.ts`. */
	show(view: CallbackView): Record<string, string> {
		// Whose time is gone has one thing to do.
		const move = this.#section?.querySelector<HTMLDetailsElement>('.move');
		if (move && view.state === 'offered' && this.#view?.state !== 'offered') move.open = true;
		if (view.now !== this.#view?.now) this.#ahead = Date.parse(view.now) - Date.now();
		this.#view = view;
		const [word1 = '', word2 = ''] = view.proof.words ?? [];
		this.#fill({ word1, word2, attempts: `${view.attempts}/${view.mostAttempts}` });
		for (const element of this.#section?.querySelectorAll<HTMLElement>('[data-hide]') ?? [])
			element.hidden = element.dataset['hide'] === `state:${namedState(view)}`;
		this.#watch();
		this.#watchWords(view);
		return {
			view: 'callback',
			state: namedState(view),
			caller: this.#callerOf(view),
			here: view.isOver ? 'past' : view.proof.isHere ? 'yes' : 'no',
			call: afterMissed(view),
			open: view.isChangeable ? 'yes' : 'no',
			deny: view.isDeniable ? 'yes' : 'no',
			entry: calendarEntry(view),
			callRating: view.rating,
		};
	}

	/** Stops watching. */
	stop(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#wordsTimer);
		this.#view = undefined;
		this.#lost = 0;
	}

	submit(form: HTMLFormElement): void {
		const action = form.dataset['action'];
		if (action === 'calendar') void this.#download();
		if (action === 'cancel') void this.#end('DELETE', '', 'confirmCancel', 'done:cancelled');
		if (action === 'not-me') void this.#end('POST', '/not-me', 'confirmDenial', 'done:denied');
		if (action === 'erase-call') void this.#erase();
		if (action === 'move') void this.#move(form);
		if (action === 'call-rating') void this.#rate(form);
	}

	/** Often while the call is due, rarely before, never after. */
	#watch() {
		clearTimeout(this.#timer);
		const view = this.#view;
		if (!view || view.isOver) return;
		const from = Date.parse(view.slot) - callWatchMinutes * minuteMs;
		const until = Date.parse(view.end) + callLateMinutes * minuteMs;
		const time = this.#time;
		const isDue = view.state === 'calling' || (view.state !== 'offered' && from <= time && time < until);
		const idle = Math.min(this.#lost > 0 ? lostMs : idleMs, time < from ? Math.max(1000, from - time) : idleMs);
		const wait = isDue || (this.#lost > 0 && this.#lost < lostAnswers) ? callWatchSeconds * 1000 : idle;
		this.#timer = window.setTimeout(() => void this.#look(), wait);
	}

	/** By the server's clock. */
	get #time(): number {
		return Date.now() + this.#ahead;
	}

	/** Words go when their time is over, also when the network is lost by then. */
	#watchWords(view: CallbackView) {
		clearTimeout(this.#wordsTimer);
		const { words, until } = view.proof;
		if (!words || !until) return;
		const end = () => {
			const over = { ...view, proof: { isHere: view.proof.isHere, isLive: false } };
			this.#page.render(over, {});
			this.#tell('words', over);
			void this.#look();
		};
		this.#wordsTimer = window.setTimeout(end, Math.max(0, Date.parse(until) - this.#time));
	}

	async #look() {
		const before = this.#view;
		if (document.hidden || !before) {
			this.#watch();
			return;
		}
		const answer = await this.#page.call<CallbackView>('GET', '');
		// Another link was opened, or something was done, while this was on its way.
		if (this.#view !== before) return;
		if (!answer.ok && answer.problem?.code === 'NOT_FOUND') {
			this.#leave();
			this.#page.missing();
			return;
		}
		const was = this.#callerOf(before);
		this.#lost = answer.ok ? 0 : this.#lost + 1;
		const view = answer.ok ? answer.data : before;
		if (isSame(view, before) && this.#callerOf(view) === was) {
			this.#watch();
			return;
		}
		this.#page.render(view, {});
		this.#tell(was, view);
	}

	/** Who calls, as far as it is known: without answers only words that live still hold. */
	#callerOf(view: CallbackView): Caller {
		const caller = callerOf(view);
		return this.#lost < lostAnswers || caller === 'words' || view.isOver ? caller : 'unknown';
	}

	/** Said aloud: who waits for a call does not look at the page all the time. */
	#tell(was: Caller, view: CallbackView) {
		const is = this.#callerOf(view);
		const { saidWords = '', saidElsewhere = '', saidOver = '', saidNobody = '', saidUnknown = '' } = this.#section?.dataset ?? {};
		const said = { elsewhere: saidElsewhere, over: saidOver, nobody: saidNobody, unknown: saidUnknown };
		if (is === 'words') this.#page.say(saidWords.replace('{words}', view.proof.words?.join(' · ') ?? ''));
		else if (is !== was) this.#page.say(said[is]);
	}

	async #end(method: string, path: string, question: 'confirmCancel' | 'confirmDenial', fact: string) {
		if (!window.confirm(this.#section?.dataset[question])) return;
		const answer = await this.#page.call<CallbackView>(method, path, method === 'POST' ? {} : undefined);
		if (answer.ok) this.#done(answer.data, fact);
		else this.#refused(answer.problem);
	}

	/** Says why something was not done, over the call as it stands by now. */
	#refused(problem: Problem | undefined) {
		showProblem(this.#root, problem);
		if (problem?.code === 'CONFLICT') void this.#look();
	}

	async #erase() {
		const answer = await this.#page.call('POST', '/erasure', {});
		if (!answer.ok) {
			showProblem(this.#root, answer.problem);
			return;
		}
		this.#leave();
		this.#page.erased();
	}

	/** Nothing of the call stays on the page. */
	#leave() {
		this.stop();
		this.#fill({ phone: '', word1: '', word2: '' });
	}

	async #move(form: HTMLFormElement) {
		const { slot } = formValues(form);
		if (!slot) {
			showErrors(form, [{ name: 'slot', code: 'REQUIRED' }]);
			form.querySelector<HTMLElement>('fieldset')?.focus();
			return;
		}
		if (!setBusy(form, true)) return;
		const answer = await this.#page.call<CallbackView>('PATCH', '', { slot, timezone: this.#page.timezone });
		setBusy(form, false);
		if (answer.ok) {
			this.#done(answer.data, 'done:moved');
			return;
		}
		this.#refused(answer.problem);
		if (answer.problem) await this.#loadSlots(answer.problem.alternatives);
	}

	async #rate(form: HTMLFormElement) {
		if (!this.#guard || !setBusy(form, true)) return;
		const wrong = await checkForm(form, this.#guard);
		if (wrong === null || wrong.length > 0) {
			setBusy(form, false);
			if (wrong === null) showErrors(this.#root, [], 'UNCHECKED');
			else showErrors(form, wrong);
			return;
		}
		const { action: _, csrf: __, confirmed, ...values } = formValues(form);
		const body = { ...values, ...(confirmed ? { confirmed: true } : {}) };
		const answer = await this.#page.call<CallbackView>('POST', '/rating', body);
		setBusy(form, false);
		if (answer.ok) {
			this.#done(answer.data, 'callRating:given');
			return;
		}
		this.#guard.tell(answer.problem?.fields ?? []);
		showProblem(answer.problem?.fields.length ? form : this.#root, answer.problem);
	}

	#done(view: CallbackView, fact: string) {
		this.#lost = 0;
		clearErrors(this.#root);
		const details = this.#root.querySelector<HTMLDetailsElement>('.move');
		if (details) details.open = false;
		const [key = '', value = ''] = fact.split(':');
		this.#page.render(view, key === 'done' ? { done: value } : {});
		this.#page.announce(fact);
	}

	async #loadSlots(nearest?: readonly string[]) {
		const slots = this.#root.querySelector('help-slots');
		if (this.#view && slots instanceof HelpSlots && slots.closest('details')?.open) await slots.load(nearest);
	}

	#fill(values: Record<string, string>) {
		for (const [key, value] of Object.entries(values))
			for (const element of this.#section?.querySelectorAll(`[data-fill="${key}"]`) ?? []) element.textContent = value;
	}

	async #download() {
		if (!this.#view) return;
		const { reference, sequence, slot, end } = this.#view;
		const { channel = '', brand = '', origin = '', locale = '', contact = '' } = this.#section?.dataset ?? {};
		const script = await import('./calendar-download.ts').catch(() => null);
		if (!script) showProblem(this.#root, undefined);
		const call = { reference, sequence, start: slot, end, cancelled: isEntryStale(this.#view) };
		script?.downloadCalendar(call, { channel, brand, origin, locale, contact });
	}
}

/** Whether nothing has changed but the time. */
function isSame(view: CallbackView, before: CallbackView): boolean {
	return JSON.stringify({ ...view, now: '' }) === JSON.stringify({ ...before, now: '' });
}

type Caller = ReturnType<typeof callerOf> | 'unknown';

/** The page around the panel. */
interface CallPage {
	/** Zone in which times are shown. */
	timezone: string;
	call: <T>(method: string, path: string, body?: unknown) => Promise<Answer<T>>;
	/** Shows a call as it is now. */
	render: (view: CallbackView, facts: Record<string, string>) => void;
	/** Nothing is left of the call. */
	erased: () => void;
	/** It is not there any more: somebody has erased it elsewhere. */
	missing: () => void;
	/** Moves focus to what holds. */
	announce: (fact: string) => void;
	/** Says something without moving focus. */
	say: (words: string) => void;
}
