import type { Created } from '#shared/contact';
import { explorerUrl, findHash, isAddress } from '#shared/formats';

import { createSearch } from '../search/index.ts';
import { callApi } from './api.ts';
import { forget, keep, recall, recallList } from './device.ts';
import { loadGuard, checkSecret } from './guard.ts';
import {
	checkForm,
	clearErrors,
	followSummary,
	formValues,
	setBusy,
	showErrors,
	showProblem,
	textControls,
} from './live-form.ts';
import { rememberRequest } from './my-requests.ts';

const draftKey = 'draft:contact';
/** Pause in typing after which articles are suggested, in milliseconds. */
const pause = 600;

/** A message that could not be sent: kept whole, with its key, so that sending it again can never make a second request. */
interface Draft {
	key: string;
	body: Record<string, unknown>;
}

/** The contact form: fields per topic, suggestions while typing, a draft that survives a dead network. */
class HelpContact extends HTMLElement {
	#form!: HTMLFormElement;
	#search = createSearch({ bundle: '/pagefind/' });
	#key: string = crypto.randomUUID();
	#startedAt = 0;
	#timer = 0;
	#abort = new AbortController();

	connectedCallback() {
		const form = this.querySelector('form');
		if (!form) return;
		this.#form = form;
		form.noValidate = true;
		const { signal } = this.#abort;
		form.addEventListener('focusin', () => this.#begin(), { signal, once: true });
		form.addEventListener('submit', (event) => this.#submit(event), { signal });
		form.addEventListener('change', () => this.#arrange(), { signal });
		form.addEventListener('input', (event) => this.#typed(event), { signal });
		this.querySelector('[data-clear]')?.addEventListener('click', () => this.#clear(), { signal });
		window.addEventListener('online', () => void this.#resend(), { signal });
		followSummary(this);
		this.#restore();
		this.#prefill();
		this.#offerTrail();
		this.#arrange();
		void this.#resend();
	}

	disconnectedCallback() {
		this.#abort.abort();
		clearTimeout(this.#timer);
	}

	#begin() {
		this.#startedAt = performance.now();
		loadGuard().catch(() => {});
	}

	/** `?topic=` and `?article=` come from the article that did not help. */
	#prefill() {
		const query = new URLSearchParams(location.search);
		const topic = [...this.#form.querySelectorAll<HTMLInputElement>('[name="topic"]')].find(
			({ value }) => value === query.get('topic'),
		);
		if (topic) topic.checked = true;
	}

	#offerTrail() {
		const trail = recallList('trail', 'session');
		const row = this.querySelector<HTMLElement>('[data-trail]');
		const words = row?.querySelector('span');
		if (!row || !words || trail.length === 0) return;
		words.textContent = (row.dataset['label'] ?? '').replace('{count}', String(trail.length));
		row.hidden = false;
	}

	/** Shows the fields and preparations of the chosen topic; all of them until one is chosen, as without script. */
	#arrange() {
		const topic = this.#form.querySelector<HTMLInputElement>('[name="topic"]:checked');
		const wanted = topic?.dataset['fields']?.split(' ');
		for (const field of this.querySelectorAll<HTMLElement>('[data-details] [data-field]')) {
			field.hidden = wanted !== undefined && !wanted.includes(field.dataset['field'] ?? '');
		}
		for (const block of this.querySelectorAll<HTMLElement>('[data-prepare]'))
			block.hidden = topic !== null && block.dataset['prepare'] !== topic.value;
		const details = this.querySelector('details');
		if (details && topic) details.open = true;
		this.#linkExplorer();
	}

	#linkExplorer() {
		const { txHash = '', chain } = formValues(this.#form);
		const href = explorerUrl(txHash, chain);
		const link = this.querySelector<HTMLAnchorElement>('[data-explorer]');
		if (!link) return;
		link.hidden = !href;
		if (href) link.href = href;
	}

	#typed(event: Event) {
		this.#linkExplorer();
		if (!(event.target instanceof HTMLTextAreaElement)) return;
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => void this.#suggest(), pause);
	}

	async #suggest() {
		const text = formValues(this.#form)['message'] ?? '';
		const block = this.querySelector<HTMLElement>('[data-suggestions]');
		const list = this.querySelector('[data-suggestion-list]');
		if (!block || !list || text.length < 6) return;
		try {
			if (await checkSecret(text)) return;
			const { results } = await this.#search.search(text.slice(0, 200), 3);
			list.replaceChildren(...results.map(({ url, title }) => suggestion(url, title)));
			block.hidden = results.length === 0;
		} catch {
			// Suggestions are an extra: the form works without them.
		}
	}

	#submit(event: SubmitEvent) {
		event.preventDefault();
		void this.#send();
	}

	async #send() {
		if (!setBusy(this.#form, true)) return;
		try {
			const errors = [...(await checkForm(this.#form)), ...this.#checkFormats()];
			if (errors.length > 0) {
				forget(draftKey);
				showErrors(this, errors);
				return;
			}
			clearErrors(this);
			await this.#deliver({ key: this.#key, body: this.#body() });
		} finally {
			setBusy(this.#form, false);
		}
	}

	#checkFormats() {
		const { txHash, address } = this.#visibleValues();
		return [
			...(txHash && !findHash(txHash) ? [{ name: 'txHash', code: 'INVALID_HASH' as const }] : []),
			...(address && !isAddress(address) ? [{ name: 'address', code: 'INVALID_ADDRESS' as const }] : []),
		];
	}

	/** A field hidden for this topic is not sent, even if it was filled in for another one. */
	#visibleValues(): Record<string, string> {
		const values = formValues(this.#form);
		for (const field of this.querySelectorAll<HTMLElement>('[data-field][hidden]')) delete values[field.dataset['field'] ?? ''];
		return values;
	}

	#body(): Draft['body'] {
		const wantsTrail = this.querySelector<HTMLInputElement>('[data-trail]:not([hidden]) input')?.checked ?? false;
		const { articles: _, urgent, ...texts } = this.#visibleValues();
		return {
			...texts,
			urgent: urgent === 'true',
			...(wantsTrail ? { articles: recallList('trail', 'session') } : {}),
			...(this.#startedAt > 0 ? { elapsedMs: Math.round(performance.now() - this.#startedAt) } : {}),
		};
	}

	async #deliver(draft: Draft) {
		const earlier = readDraft();
		const answer = await callApi<Created>('POST', '/api/contact', draft.body, { 'Idempotency-Key': draft.key });
		if (answer.ok) {
			forget(draftKey);
			rememberRequest(answer.data.url);
			this.#form.reset();
			location.assign(answer.data.url);
			return;
		}
		if (answer.problem?.code === 'CONFLICT' && earlier?.key === draft.key && earlier !== draft) {
			// The lost attempt did arrive, and the text was changed since: lead to what is stored.
			forget(draftKey);
			await this.#deliver(earlier);
			return;
		}
		if (answer.problem) {
			forget(draftKey);
			// The server has an opinion on this text: what is sent next is another message.
			this.#key = crypto.randomUUID();
		} else {
			keep(draftKey, draft);
		}
		showProblem(this, answer.problem);
	}

	/** A message that met a dead network goes out again, under its own key, as soon as there is one. */
	async #resend() {
		const draft = readDraft();
		if (!draft || !navigator.onLine || !setBusy(this.#form, true)) return;
		try {
			clearErrors(this);
			await this.#deliver(draft);
		} finally {
			setBusy(this.#form, false);
		}
	}

	#restore() {
		const draft = readDraft();
		if (!draft) return;
		this.#key = draft.key;
		const typed = (name: string) => {
			const value = draft.body[name];
			return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
		};
		for (const control of textControls(this.#form)) control.value = typed(control.name);
		for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[type="radio"]'))
			radio.checked = typed(radio.name) === radio.value;
		const chain = this.#form.querySelector<HTMLSelectElement>('[name="chain"]');
		if (chain) chain.value = typed('chain');
		const note = this.querySelector<HTMLElement>('[data-restored]');
		if (note) note.hidden = false;
	}

	#clear() {
		forget(draftKey);
		this.#key = crypto.randomUUID();
		this.#form.reset();
		clearErrors(this);
		this.#arrange();
		const note = this.querySelector<HTMLElement>('[data-restored]');
		if (note) note.hidden = true;
	}
}

function readDraft(): Draft | null {
	const draft = recall(draftKey);
	if (typeof draft !== 'object' || draft === null || !('key' in draft) || !('body' in draft)) return null;
	return draft as Draft;
}

function suggestion(url: string, title: string): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = url;
	link.target = '_blank';
	link.textContent = title;
	item.append(link);
	return item;
}

customElements.define('help-contact', HelpContact);
