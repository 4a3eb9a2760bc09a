import type { VoteResult } from '#shared/votes';

import { callApi } from './api.ts';
import { callChallenged } from './challenged-call.ts';
import { forget, keep, recall } from './device.ts';
import { FormGuard } from './form-guard.ts';

/** The vote under an article: one tap, changeable, and "thank you" only after the server has answered. */
class HelpVote extends HTMLElement {
	#observer?: IntersectionObserver;
	#startedAt = 0;
	#guard: FormGuard | undefined;

	connectedCallback() {
		this.addEventListener('submit', (event) => this.#submit(event));
		const form = this.querySelector<HTMLFormElement>('[data-explain]');
		if (form) this.#guard = new FormGuard(form);
		// Counts are asked for only where this device has voted, and only once the block is in view.
		if (!recall(this.#key)) return;
		this.#observer = new IntersectionObserver((entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			this.#observer?.disconnect();
			void this.#restore();
		});
		this.#observer.observe(this);
	}

	disconnectedCallback() {
		this.#observer?.disconnect();
	}

	get #article(): string {
		return this.dataset['article'] ?? '';
	}

	get #key(): string {
		return `vote:${this.#article}`;
	}

	async #restore() {
		const answer = await callApi<VoteResult>('GET', `/api/votes?article=${encodeURIComponent(this.#article)}`);
		if (answer.ok) this.#render(answer.data);
	}

	#submit(event: SubmitEvent) {
		const form = event.target;
		if (!(form instanceof HTMLFormElement)) return;
		event.preventDefault();
		if (this.getAttribute('aria-busy') === 'true') return;
		const value = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
		if (form.matches('[data-explain]')) void this.#explain(form);
		else if (value === 'undo') void this.#send('DELETE', { article: this.#article }, 'undone');
		// Pressed again it stays as it is: a second "no" must not wipe the reason that was given.
		else if (event.submitter?.getAttribute('aria-pressed') === 'true') this.#say(this.dataset['thanks'] ?? '');
		else void this.#send('POST', { article: this.#article, value, website: new FormData(form).get('website') }, 'thanks');
	}

	async #explain(form: HTMLFormElement) {
		const field = form.querySelector('textarea');
		const stopped = await this.#guard?.check();
		if (!stopped || !field) {
			this.#say(this.dataset['failed'] ?? '', true);
			return;
		}
		if (stopped.length > 0) {
			field.focus();
			return;
		}
		const data = new FormData(form);
		const [comment, confirmed] = [field.value, data.has('confirmed')];
		const why = { reason: data.get('reason') ?? '', comment, ...(confirmed ? { confirmed } : {}) };
		const vote = { article: this.#article, value: 'no', ...why, website: data.get('website') };
		if (!(await this.#send('POST', vote, 'thanksReason'))) return;
		this.#toggle('[data-more]', false);
		this.querySelector<HTMLElement>('[data-status]')?.focus();
	}

	async #send(method: string, body: Record<string, unknown>, words: 'thanks' | 'thanksReason' | 'undone'): Promise<boolean> {
		this.setAttribute('aria-busy', 'true');
		this.#say(this.dataset['sending'] ?? '');
		const signals =
			method === 'POST' && words === 'thanksReason' ? { elapsedMs: Math.round(performance.now() - this.#startedAt) } : {};
		const answer = await callChallenged<VoteResult>(this, 'votes', { method, path: '/api/votes', body: { ...body, ...signals } });
		this.removeAttribute('aria-busy');
		if (!answer.ok) {
			this.#say(this.dataset[answer.problem?.switchedOff ? 'off' : 'failed'] ?? '', true);
			if (answer.problem) this.#guard?.tell(answer.problem.fields);
			return false;
		}
		this.#render(answer.data);
		this.#say(this.dataset[words] ?? '');
		// A button that had focus may be gone.
		if (document.activeElement === document.body) this.querySelector<HTMLElement>('[data-status]')?.focus();
		return true;
	}

	#render({ value, counts }: VoteResult) {
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-choose] button')) {
			button.setAttribute('aria-pressed', String(button.value === value));
		}
		this.#toggle('[data-more]', value === 'no');
		if (value === 'no') this.#startedAt ||= performance.now();
		this.#toggle('[data-undo]', value !== null);
		const plainThanks = this.querySelector<HTMLElement>('[data-plain-thanks]');
		if (plainThanks) plainThanks.hidden = true;
		if (value) keep(this.#key, value);
		else forget(this.#key);

		const line = this.querySelector<HTMLElement>('[data-counts-line]');
		if (!line) return;
		line.hidden = counts.yes + counts.no < Number(this.dataset['shownFrom']);
		line.textContent = (this.dataset['counts'] ?? '').replace('{yes}', String(counts.yes)).replace('{no}', String(counts.no));
	}

	#toggle(selector: string, isShown: boolean) {
		this.querySelector(selector)?.classList.toggle('shown', isShown);
	}

	#say(words: string, isFailure = false) {
		const status = this.querySelector<HTMLElement>('[data-status]');
		if (!status) return;
		status.textContent = words;
		status.classList.toggle('failed', isFailure);
	}
}

customElements.define('help-vote', HelpVote);
