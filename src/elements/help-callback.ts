import { callApi } from './api.ts';
import { loadGuard } from './guard.ts';
import { HelpSlots } from './help-slots.ts';
import { checkForm, clearErrors, followSummary, formValues, setBusy, showErrors, showProblem } from './live-form.ts';
import { rememberRequest } from './my-requests.ts';

/** The booking form: one booking however often it is sent, and fresh times when somebody else was quicker. */
class HelpCallback extends HTMLElement {
	#form!: HTMLFormElement;
	#startedAt = 0;
	/** One key for one set of answers: a lost answer and a retry are one booking. */
	#attempt = { answers: '', key: '', body: {} };

	connectedCallback() {
		const form = this.querySelector<HTMLFormElement>('[data-live-form]');
		if (!form) return;
		this.#form = form;
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
		loadGuard().catch(() => {});
	}

	async #send() {
		if (!setBusy(this.#form, true)) return;
		try {
			const errors = await checkForm(this.#form);
			if (errors.length > 0) {
				showErrors(this, errors);
				return;
			}
			clearErrors(this);
			const values = formValues(this.#form);
			const answers = JSON.stringify(values);
			if (this.#attempt.answers !== answers) {
				const elapsedMs = Math.round(performance.now() - this.#startedAt);
				this.#attempt = { answers, key: crypto.randomUUID(), body: { ...values, elapsedMs } };
			}
			const answer = await callApi<{ url: string }>('POST', '/api/callbacks', this.#attempt.body, {
				'Idempotency-Key': this.#attempt.key,
			});
			if (answer.ok) {
				rememberRequest(answer.data.url);
				this.#form.reset();
				location.assign(answer.data.url);
				return;
			}
			if (answer.problem?.code === 'SLOT_FULL' || answer.problem?.code === 'SLOT_PAST') await this.#refreshSlots();
			showProblem(this, answer.problem);
		} finally {
			setBusy(this.#form, false);
		}
	}

	async #refreshSlots() {
		const slots = this.querySelector('help-slots');
		if (slots instanceof HelpSlots) await slots.load();
	}
}

customElements.define('help-callback', HelpCallback);
