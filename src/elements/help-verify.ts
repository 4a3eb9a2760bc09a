import type { ChannelLists } from '#shared/verify/kinds';
import { judge } from '#shared/verify/verdict';
import { verifyView, type VerifyView } from '#shared/verify/view';

import { forget, keep } from './device.ts';
import type { FormGuard } from './form-guard.ts';
import { checkForm, clearErrors, followSummary, formValues, showErrors } from './live-form.ts';
import { showView } from './panel-view.ts';

/** The channel verifier: compares what was pasted with the lists that the page holds. It sends nothing and needs no network. */
class HelpVerify extends HTMLElement {
	#lists: ChannelLists = { official: [], fakes: [] };
	#guard: Promise<FormGuard | null> | undefined;
	/** What was checked last: the guard has let it pass. */
	#checked = '';

	connectedCallback() {
		const form = this.querySelector('form');
		const lists = this.querySelector('[data-channels]');
		if (!form || !lists) return;
		// Written by the build, after the same schema as the Worker's.
		this.#lists = JSON.parse(lists.textContent ?? '') as ChannelLists;
		form.noValidate = true;
		form.addEventListener('focusin', () => void this.#loadGuard(form), { once: true });
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#check(form);
		});
		this.querySelector('[data-report]')?.addEventListener('click', () => this.#hand());
		forget('report', 'session');
		const local = this.querySelector<HTMLElement>('[data-local]');
		if (local) local.hidden = false;
		followSummary(this);
	}

	async #check(form: HTMLFormElement) {
		clearErrors(this);
		// Offline the guard or its word lists may not load; nothing is sent here, so the answer need not wait for them.
		const guard = await this.#loadGuard(form);
		const errors = guard && (await checkForm(form, guard));
		if (errors && errors.length > 0) {
			this.#show({ facts: ['answer:no'], fills: {}, found: [] });
			showErrors(this, errors);
			return;
		}
		this.#checked = errors ? (formValues(form)['text'] ?? '') : '';
		this.#show(verifyView(judge(formValues(form)['text'] ?? '', this.#lists)));
		this.querySelector('[data-answer]')?.scrollIntoView({ block: 'nearest' });
	}

	#loadGuard(form: HTMLFormElement): Promise<FormGuard | null> {
		this.#guard ??= import('./form-guard.ts').then(
			({ FormGuard }) => {
				const guard = new FormGuard(form);
				// Something may have been pasted before it was there.
				form.dispatchEvent(new Event('input'));
				return guard;
			},
			() => {
				this.#guard = undefined;
				return null;
			},
		);
		return this.#guard;
	}

	#show(view: VerifyView) {
		showView(this, view);
		const list = this.querySelector('[data-list="found"]');
		list?.replaceChildren(...view.found.map((found) => toItem(found, list.getAttribute(`data-word-${found.verdict}`) ?? '')));
	}

	/** What was checked goes along to the contact form, in this tab only. */
	#hand() {
		if (this.#checked) keep('report', this.#checked, 'session');
	}
}

/** The same markup as the Worker's `foundItems`. */
function toItem({ text, verdict }: VerifyView['found'][number], word: string): HTMLLIElement {
	const item = document.createElement('li');
	const [code, span] = [document.createElement('code'), document.createElement('span')];
	item.dataset['verdict'] = verdict;
	code.textContent = text;
	span.textContent = word;
	item.append(code, ' ', span);
	return item;
}

customElements.define('help-verify', HelpVerify);
