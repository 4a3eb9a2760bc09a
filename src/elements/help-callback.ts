import type { FieldError } from '#shared/errors';

import { FormGuard } from './form-guard.ts';
import { HelpSlots } from './help-slots.ts';
import { checkForm, clearErrors, followSummary, formValues, setBusy, showErrors, showProblem } from './live-form.ts';
import { markFresh, rememberRequest } from './my-requests.ts';
import { Submission } from './submission.ts';

/** Digits of a number that somebody can be called on, with or without its country's code and prefixes. */
const digitsLeast = 4;
const digitsMost = 20;

/** The booking form: one booking however often it is sent, and fresh times when somebody else was quicker. */
class HelpCallback extends HTMLElement {
	#form!: HTMLFormElement;
	#guard!: FormGuard;
	#startedAt = 0;
	#submission = new Submission();

	connectedCallback() {
		const form = this.querySelector<HTMLFormElement>('[data-live-form]');
		if (!form) return;
		this.#form = form;
		this.#guard = new FormGuard(form);
		form.noValidate = true;
		form.addEventListener('focusin', () => this.#begin(), { once: true });
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#send();
		});
		followSummary(this);
		const topic = form.querySelector<HTMLSelectElement>('[name="topic"]');
		const wanted = new URLSearchParams(location.search).get('topic');
		if (topic && wanted && [...topic.options].some(({ value }) => value === wanted)) topic.value = wanted;
	}

	#begin() {
		this.#startedAt = performance.now();
	}

	async #send() {
		if (!setBusy(this.#form, true)) return;
		try {
			const errors = await checkForm(this.#form, this.#guard, this.#checkPhone());
			if (errors === null) showErrors(this, [], 'UNCHECKED');
			else if (errors.length > 0) showErrors(this, errors);
			else await this.#deliver();
		} finally {
			setBusy(this.#form, false);
		}
	}

	/** Only the shape: the server knows the numbers of all countries. */
	#checkPhone(): FieldError[] {
		const digits = (formValues(this.#form)['phone'] ?? '').replace(/\D/g, '').length;
		return digits > 0 && (digits < digitsLeast || digits > digitsMost) ? [{ name: 'phone', code: 'PHONE_LENGTH' }] : [];
	}

	async #deliver() {
		clearErrors(this);
		const elapsedMs = Math.round(performance.now() - this.#startedAt);
		const { confirmed, ...texts } = formValues(this.#form);
		const body = { ...texts, ...(confirmed ? { confirmed: true } : {}), elapsedMs };
		const { url, problem, earlier } = await this.#submission.send(this, 'callbacks', body);
		const link = url ?? earlier;
		if (link) {
			// Also where an earlier version was booked after all: its page shows the time, and can move it.
			rememberRequest(link);
			markFresh(link);
			this.#form.reset();
			location.assign(link);
			return;
		}
		if (problem?.code === 'SLOT_FULL' || problem?.code === 'SLOT_PAST') await this.#refreshSlots(problem.alternatives);
		showProblem(this, problem);
		if (problem) this.#guard.tell(problem.fields);
	}

	async #refreshSlots(nearest?: readonly string[]) {
		const slots = this.querySelector('help-slots');
		if (slots instanceof HelpSlots) await slots.load(nearest);
	}
}

customElements.define('help-callback', HelpCallback);
