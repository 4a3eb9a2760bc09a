import { callApi } from './api.ts';
import { FormGuard } from './form-guard.ts';
import { checkForm, clearErrors, formValues, setBusy, showErrors, showProblem } from './live-form.ts';

/** Asks for the links of an address without leaving the page. */
class HelpLinks extends HTMLElement {
	connectedCallback() {
		const form = this.closest('form');
		if (!form) return;
		const guard = new FormGuard(form);
		form.noValidate = true;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			// The private page around it has forms of its own.
			event.stopPropagation();
			void this.#send(form, guard);
		});
	}

	async #send(form: HTMLFormElement, guard: FormGuard) {
		// What concerns the whole form is said at the top of the page.
		const page = this.closest<HTMLElement>('help-request') ?? form;
		clearErrors(page);
		const errors = await checkForm(form, guard);
		if (errors === null) {
			showErrors(page, [], 'UNCHECKED');
			return;
		}
		if (errors.length > 0) {
			showErrors(form, errors);
			form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
			return;
		}
		if (!setBusy(form, true)) return;
		const { email, confirmed } = formValues(form);
		const body = { locale: this.dataset['locale'], email, ...(confirmed ? { confirmed: true } : {}) };
		const answer = await callApi('POST', '/api/links', body);
		setBusy(form, false);
		if (!answer.ok) {
			guard.tell(answer.problem?.fields ?? []);
			showProblem(answer.problem?.fields.length ? form : page, answer.problem);
			return;
		}
		const done = page.querySelector<HTMLElement>('[data-show="done:links"]');
		form.hidden = true;
		if (!done) return;
		done.hidden = false;
		done.focus();
	}
}

customElements.define('help-links', HelpLinks);
