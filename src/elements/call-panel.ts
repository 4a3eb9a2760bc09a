import { callFacts, isEntryStale, namedState } from '#shared/call-facts';
import type { CallbackView } from '#shared/callbacks';
import type { Problem } from '#shared/errors';

import type { Answer } from './api.ts';
import { CallWatch, type Caller } from './call-watch.ts';
import { FormGuard } from './form-guard.ts';
import './help-open.ts';
import { HelpSlots } from './help-slots.ts';
import { checkForm, clearErrors, formValues, setBusy, showErrors, showProblem } from './live-form.ts';

/** A booked call on its page: whether we are calling, what can still be changed, and how it was. */
export class CallPanel {
	readonly #root: HTMLElement;
	readonly #page: CallPage;
	readonly #section: HTMLElement | null;
	readonly #mover: HTMLDetailsElement | null;
	readonly #guard: FormGuard | undefined;
	readonly #watch: CallWatch;

	constructor(root: HTMLElement, page: CallPage) {
		this.#root = root;
		this.#page = page;
		this.#section = root.querySelector('[data-call]');
		this.#mover = root.querySelector('[data-move]');
		const rating = root.querySelector<HTMLFormElement>('[data-action="call-rating"]');
		if (rating) this.#guard = new FormGuard(rating);
		this.#mover?.addEventListener('toggle', () => void this.#loadSlots());
		// The words of the page say more than the browser's own.
		const move = root.querySelector<HTMLFormElement>('[data-action="move"]');
		if (move) move.noValidate = true;
		this.#watch = new CallWatch({
			load: () => page.call<CallbackView>('GET', ''),
			changed: (view, was) => {
				page.render(view, {});
				this.#tell(was, view);
			},
			missing: () => {
				this.#leave();
				page.missing();
			},
		});
	}

	/** Shows a call and goes on watching it; gives the facts of the page. */
	show(view: CallbackView): Record<string, string> {
		// Whose time is gone has one thing to do.
		if (this.#mover && view.state === 'offered' && this.#watch.view?.state !== 'offered') this.#mover.open = true;
		const [word1 = '', word2 = ''] = view.proof.words ?? [];
		this.#fill({ word1, word2, attempts: `${view.attempts}/${view.mostAttempts}` });
		for (const element of this.#section?.querySelectorAll<HTMLElement>('[data-hide]') ?? [])
			element.hidden = element.dataset['hide'] === `state:${namedState(view)}`;
		this.#watch.follow(view);
		return { ...callFacts(view), view: 'callback', caller: this.#watch.callerOf(view) };
	}

	/** Stops watching. */
	stop(): void {
		this.#watch.stop();
	}

	submit(form: HTMLFormElement): void {
		const actions: Record<string, () => Promise<void>> = {
			calendar: () => this.#download(),
			cancel: () => this.#end('DELETE', '', 'confirmCancel', 'done:cancelled'),
			'not-me': () => this.#end('POST', '/not-me', 'confirmDenial', 'done:denied'),
			'erase-call': () => this.#erase(),
			move: () => this.#move(form),
			'call-rating': () => this.#rate(form),
		};
		void actions[form.dataset['action'] ?? '']?.();
	}

	/** Said aloud: who waits for a call does not look at the page all the time. */
	#tell(was: Caller, view: CallbackView) {
		const is = this.#watch.callerOf(view);
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
		if (problem?.code === 'CONFLICT') void this.#watch.look();
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
		this.#watch.reached();
		clearErrors(this.#root);
		if (this.#mover) this.#mover.open = false;
		const [key = '', value = ''] = fact.split(':');
		this.#page.render(view, key === 'done' ? { done: value } : {});
		this.#page.announce(fact);
	}

	async #loadSlots(nearest?: readonly string[]) {
		const slots = this.#mover?.querySelector('help-slots');
		if (this.#watch.view && this.#mover?.open && slots instanceof HelpSlots) await slots.load(nearest);
	}

	#fill(values: Record<string, string>) {
		for (const [key, value] of Object.entries(values))
			for (const element of this.#section?.querySelectorAll(`[data-fill="${key}"]`) ?? []) element.textContent = value;
	}

	async #download() {
		const { view } = this.#watch;
		if (!view) return;
		const { reference, sequence, slot, end } = view;
		const { channel = '', brand = '', origin = '', locale = '', contact = '' } = this.#section?.dataset ?? {};
		const script = await import('./calendar-download.ts').catch(() => null);
		if (!script) showProblem(this.#root, undefined);
		const call = { reference, sequence, start: slot, end, cancelled: isEntryStale(view) };
		script?.downloadCalendar(call, { channel, brand, origin, locale, contact });
	}
}

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
