import type { FieldError, FormError, Problem } from '#shared/errors';
import { articleIdPattern } from '#shared/article-id';
import { length } from '#shared/limits';

import { forget, recall, recallList } from './device.ts';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import type { FileField } from './file-field.ts';
import { FormGuard } from './form-guard.ts';
import { checkForm, clearErrors, followSummary, formValues, setBusy, showErrors, showProblem } from './live-form.ts';
import { markFresh, rememberRequest } from './my-requests.ts';
import { textControls } from './secret-notice.ts';
import { saysTheSame, Submission, type Body } from './submission.ts';

/** First and longest wait before a message that met a dead server is tried again, in milliseconds. */
const retry = { first: 15_000, longest: 120_000 };

/** The contact form: fields per topic, the articles read before, and a draft that survives a dead network. */
class HelpContact extends HTMLElement {
	#form!: HTMLFormElement;
	#guard!: FormGuard;
	#files: Promise<FileField | undefined> | undefined;
	#submission = new Submission();
	#startedAt = 0;
	#retryIn = retry.first;
	#retryTimer = 0;
	#abort = new AbortController();

	connectedCallback() {
		const form = this.querySelector('form');
		if (!form) return;
		this.#form = form;
		this.#guard = new FormGuard(form);
		form.noValidate = true;
		const { signal } = this.#abort;
		form.addEventListener('focusin', () => this.#begin(), { signal, once: true });
		form.addEventListener('submit', (event) => this.#submit(event), { signal });
		form.addEventListener('change', () => this.#arrange(), { signal });
		form.addEventListener('input', () => void this.#linkExplorer(), { signal });
		this.querySelector('[data-clear]')?.addEventListener('click', () => this.#clear(), { signal });
		window.addEventListener('online', () => void this.#resend(), { signal });
		window.addEventListener('pageshow', (event) => event.persisted && clearErrors(this), { signal });
		followSummary(this);
		if (!this.#restore()) this.#preselect();
		this.#offerTrail();
		this.#arrange();
		void this.#resend();
	}

	disconnectedCallback() {
		this.#abort.abort();
		clearTimeout(this.#retryTimer);
	}

	#begin() {
		this.#startedAt = performance.now();
		void this.#loadFiles();
	}

	/** What takes files; without it nothing is sent, as without the guard. */
	#loadFiles(): Promise<FileField | undefined> {
		this.#files ??= import('./file-field.ts').then(
			({ FileField }) => new FileField(this.#form),
			() => (this.#files = undefined),
		);
		return this.#files;
	}

	/** `?topic=` comes from the article that did not help, or from the verifier, which leaves here what it has just checked. */
	#preselect() {
		const wanted = new URLSearchParams(location.search).get('topic');
		const report = recall('report', 'session');
		const message = this.#form.querySelector<HTMLTextAreaElement>('[name="message"]');
		if (wanted === 'fake' && typeof report === 'string' && message?.value === '') message.value = `${report}\n`;
		forget('report', 'session');
		for (const topic of this.#form.querySelectorAll<HTMLInputElement>('[name="topic"]')) {
			if (topic.value === wanted) topic.checked = true;
		}
	}

	/** Articles read in this visit, and the one that led here even where it was opened in another tab. */
	get #trail(): string[] {
		const trail = recallList('trail', 'session');
		const last = new URLSearchParams(location.search).get('article') ?? '';
		const isNew = articleIdPattern.test(last) && !trail.includes(last);
		return (isNew ? [...trail, last] : trail).slice(-length.articles);
	}

	#offerTrail() {
		const row = this.querySelector<HTMLElement>('[data-trail]');
		const words = row?.querySelector('span');
		if (!row || !words || this.#trail.length === 0) return;
		words.textContent = (row.dataset['label'] ?? '').replace('{count}', String(this.#trail.length));
		row.hidden = false;
	}

	/** Shows the fields and preparations of the chosen topic; all of them until one is chosen, as without script. */
	#arrange() {
		const topic = this.#form.querySelector<HTMLInputElement>('[name="topic"]:checked');
		const wanted = topic?.dataset['fields']?.split(' ');
		for (const field of this.querySelectorAll<HTMLElement>('[data-details] [data-field]')) {
			field.hidden = wanted !== undefined && !wanted.includes(field.dataset['field'] ?? '');
			// What was typed for another topic stays, but is neither checked nor sent.
			const control = field.querySelector<HTMLInputElement>('.input');
			if (control) control.disabled = field.hidden;
		}
		for (const block of this.querySelectorAll<HTMLElement>('[data-prepare]')) {
			block.hidden = topic !== null && block.dataset['prepare'] !== topic.value;
		}
		const details = this.querySelector('details');
		if (details && topic) details.open = true;
		void this.#linkExplorer();
	}

	async #linkExplorer() {
		const link = this.querySelector<HTMLAnchorElement>('[data-explorer]');
		if (!link || (link.hidden && !formValues(this.#form)['txHash'])) return;
		const formats = await loadFormats();
		const { txHash = '', chain } = formValues(this.#form);
		const href = formats?.explorerUrl(txHash, chain);
		link.hidden = !href;
		if (href) link.href = href;
	}

	#submit(event: SubmitEvent) {
		event.preventDefault();
		void this.#send();
	}

	async #send() {
		if (!setBusy(this.#form, true)) return;
		try {
			const files = await this.#loadFiles();
			const others = [...(await this.#checkFormats()), ...((await files?.errors()) ?? [])];
			const errors = files ? await checkForm(this.#form, this.#guard, others) : null;
			if (errors === null) showErrors(this, [], 'UNCHECKED');
			else if (errors.length > 0) this.#refuse(errors);
			else await this.#deliver(this.#body());
		} finally {
			setBusy(this.#form, false);
		}
	}

	#refuse(errors: FormError[]) {
		// A secret stays nowhere, not even in what was kept before it was typed.
		if (errors.some(({ code }) => code === 'SECRET_STOPPED')) forgetDraft();
		showErrors(this, errors);
	}

	/** What the server would refuse; it checks again. */
	async #checkFormats(): Promise<FieldError[]> {
		const { txHash, address } = formValues(this.#form);
		const formats = txHash || address ? await loadFormats() : null;
		const errors: FieldError[] = [];
		if (!formats) return errors;
		if (txHash && !formats.findHash(txHash)) errors.push({ name: 'txHash', code: 'INVALID_HASH' });
		if (address && !formats.isAddress(address)) errors.push({ name: 'address', code: 'INVALID_ADDRESS' });
		return errors;
	}

	#body(): Body {
		const wantsTrail = this.querySelector<HTMLInputElement>('[data-trail]:not([hidden]) input')?.checked ?? false;
		const { articles: _, urgent, confirmed, ...texts } = formValues(this.#form);
		return {
			...texts,
			urgent: urgent === 'true',
			...(confirmed ? { confirmed: true } : {}),
			...(wantsTrail ? { articles: this.#trail } : {}),
			...(this.#startedAt > 0 ? { elapsedMs: Math.round(performance.now() - this.#startedAt) } : {}),
		};
	}

	async #deliver(body: Body) {
		clearErrors(this);
		// Kept before it is sent: a tab closed while a dying network holds the answer loses nothing.
		const sending = this.#submission.send(this, 'contact', body);
		keepDraft({ ...this.#submission.state, body });
		const { url, problem, earlier } = await sending;
		if (url) {
			forgetDraft();
			rememberRequest(url);
			markFresh(url);
			this.#retryIn = retry.first;
			await this.#bring(url);
			return;
		}
		if (earlier) rememberRequest(earlier);
		if (problem && !isPassing(problem)) forgetDraft();
		else keepDraft({ ...this.#submission.state, body });
		if (!problem) this.#retryLater();
		showProblem(this, problem);
		if (problem) this.#guard.tell(problem.fields);
	}

	/** What was written is stored: files follow, and then its page opens. */
	async #bring(url: string) {
		const open = () => {
			this.#form.reset();
			location.assign(url);
		};
		const files = await this.#loadFiles();
		if (files) await files.send(url, open);
		else open();
	}

	#retryLater() {
		clearTimeout(this.#retryTimer);
		this.#retryTimer = window.setTimeout(() => void this.#resend(), this.#retryIn);
		this.#retryIn = Math.min(this.#retryIn * 2, retry.longest);
	}

	/** A message that met a dead network goes out again by itself, unless somebody is changing it. */
	async #resend() {
		const draft = readDraft();
		if (!draft || !navigator.onLine || !saysTheSame(draft.body, this.#body()) || !setBusy(this.#form, true)) return;
		try {
			await this.#deliver(draft.body);
		} finally {
			setBusy(this.#form, false);
		}
	}

	/** Puts back what was not sent; false when there is nothing. */
	#restore(): boolean {
		const draft = readDraft();
		if (!draft) return false;
		this.#submission = new Submission(draft);
		const typed = (name: string) => {
			const value = draft.body[name];
			return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
		};
		for (const control of textControls(this.#form)) control.value = typed(control.name);
		for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
			radio.checked = typed(radio.name) === radio.value;
		}
		const chain = this.#form.querySelector<HTMLSelectElement>('[name="chain"]');
		if (chain) chain.value = typed('chain');
		this.#showNote(true);
		return true;
	}

	#clear() {
		forgetDraft();
		this.#submission = new Submission();
		this.#form.reset();
		clearErrors(this);
		this.#arrange();
		this.#showNote(false);
		// The button that had focus is gone.
		this.#form.querySelector<HTMLInputElement>('[type="radio"]')?.focus();
	}

	#showNote(isShown: boolean) {
		const note = this.querySelector<HTMLElement>('[data-restored]');
		if (note) note.hidden = !isShown;
	}
}

/** Whether the same message may go through at another time. */
function isPassing({ code }: Problem): boolean {
	return code === 'RATE_LIMITED' || code === 'CHALLENGE_REQUIRED' || code === 'UNAVAILABLE';
}

/** Only who types a hash or an address needs them; null when they cannot be had. */
function loadFormats() {
	return import('./contact-formats.ts').catch(() => null);
}

customElements.define('help-contact', HelpContact);
