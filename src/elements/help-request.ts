import type { CallbackView } from '#shared/callbacks';
import { formatInstant } from '#shared/instant';
import type { RequestView } from '#shared/requests';

import { callApi, type Answer } from './api.ts';
import { FormGuard } from './form-guard.ts';
import { visitorZone } from './visitor-zone.ts';
import type { CallPanel } from './call-panel.ts';
import { formValues } from './live-form.ts';
import { forgetRequest, forgetRequests, myRequests, parsePrivateUrl, rememberRequest, takeFresh } from './my-requests.ts';
import type { RequestPanel } from './request-panel.ts';

/** The private page: opened by the secret after `#`, which goes to the server only as a bearer token. */
class HelpRequest extends HTMLElement {
	#secret = '';
	#reference = '';
	#timezone = visitorZone();
	#guard: FormGuard | undefined;
	#panel: RequestPanel | undefined;
	#calls: CallPanel | undefined;
	#abort = new AbortController();

	connectedCallback() {
		const { signal } = this.#abort;
		const form = this.querySelector<HTMLFormElement>('[data-action="open"]');
		if (form) this.#guard = new FormGuard(form);
		this.addEventListener('submit', (event) => this.#submit(event), { signal });
		this.querySelector('[data-copy]')?.addEventListener('click', () => void this.#copy(), { signal });
		this.querySelector('[data-device-clear]')?.addEventListener('click', () => this.#clearDevice(), { signal });
		window.addEventListener('hashchange', () => parsePrivateUrl(location.href) && void this.#open(), { signal });
		// The skip link would put its own target where the secret stands.
		document.querySelector('.skip')?.addEventListener('click', (event) => this.#skip(event), { signal });
		void this.#open();
	}

	disconnectedCallback() {
		this.#calls?.stop();
		this.#abort.abort();
	}

	/** Opens what stands after `#`; `byForm`: focus goes to what was opened, since the form is gone. */
	async #open(byForm = false) {
		this.#listDevice();
		const link = parsePrivateUrl(location.href);
		// Without a secret after `#` the page stays as the server filled it: the form to open one, or a cookie session.
		if (!link) return;
		({ reference: this.#reference, secret: this.#secret } = link);
		this.#calls?.stop();
		this.#show({ view: 'loading' });
		const isCall = link.reference.startsWith('C-');
		const answer = isCall ? await this.#fetchCall() : await this.#fetchRequest();
		// Another link has been opened while this one was on its way.
		if (this.#reference !== link.reference || this.#secret !== link.secret) return;
		if (!answer.ok) {
			this.#showNone(answer.problem?.code === 'NOT_FOUND' ? 'missing' : 'failed');
			return;
		}
		rememberRequest(this.#link);
		this.#listDevice();
		this.#render(answer.data, takeFresh(link.reference) ? { fresh: 'yes' } : {});
		if (byForm) this.#announce(isCall ? 'view:callback' : 'view:request');
	}

	#showNone(view: 'missing' | 'failed') {
		this.#show({ view });
		this.#announce(`view:${view}`);
	}

	/** The private link, whatever the address bar shows by now. */
	get #link(): string {
		return `${location.pathname}#${this.#reference}.${this.#secret}`;
	}

	#fetch<T>(method: string, body?: unknown, path = '', headers: Record<string, string> = {}) {
		return callApi<T>(method, `${this.#resource}${path}`, body, { Authorization: `Bearer ${this.#secret}`, ...headers });
	}

	/** A request and the script that shows it, which no other page needs. */
	async #fetchRequest(): Promise<Answer<RequestView>> {
		const loaded = import('./request-panel.ts').catch(() => null);
		const [answer, script] = await Promise.all([this.#fetch<RequestView>('GET'), loaded]);
		if (!script) return { ok: false };
		this.#panel ??= new script.RequestPanel(this, {
			reference: () => this.#reference,
			link: () => this.#link,
			call: (method, path, body, headers) => this.#fetch(method, body, path, headers),
			read: (path) => this.#read(path),
			render: (view, fact) => this.#rendered(view, fact),
			erased: () => this.#erased(),
		});
		return answer;
	}

	/** A booked call and the script that watches for it. */
	async #fetchCall(): Promise<Answer<CallbackView>> {
		const loaded = import('./call-panel.ts').catch(() => null);
		const [answer, script] = await Promise.all([this.#fetch<CallbackView>('GET'), loaded]);
		if (!script) return { ok: false };
		this.#calls ??= new script.CallPanel(this, {
			timezone: this.#timezone,
			call: (method, path, body) => this.#fetch(method, body, path),
			render: (view, facts) => this.#render(view, facts),
			erased: () => this.#erased(),
			missing: () => this.#showNone('missing'),
			announce: (fact) => this.#announce(fact),
			say: (words) => this.#say(words),
		});
		return answer;
	}

	get #resource(): string {
		return `/api/${this.#reference.startsWith('C-') ? 'callbacks' : 'requests'}/${this.#reference}`;
	}

	async #read(path: string): Promise<Blob | null> {
		const response = await fetch(`${this.#resource}${path}`, { headers: { Authorization: `Bearer ${this.#secret}` } }).catch(
			() => null,
		);
		return response?.ok ? response.blob().catch(() => null) : null;
	}

	#render(data: RequestView | CallbackView, facts: Record<string, string>) {
		const shared = { topic: data.topic, ...facts };
		if ('slot' in data) {
			this.#show({ ...this.#calls?.show(data), ...shared });
			this.#fill({ reference: data.reference, phone: data.phone });
			this.#time('slot', data.slot);
		} else {
			this.#show({ ...this.#panel?.facts(data), ...shared });
			this.#fill({ reference: data.reference, message: data.message, 'merged-into': data.mergedInto ?? '' });
			this.#time('createdAt', data.createdAt);
			if (data.reopenUntil) this.#time('reopenUntil', data.reopenUntil);
			this.#panel?.showMessages(data, (at) => this.#timeElement(at));
			this.#panel?.showFiles(data, (at) => this.#timeElement(at));
		}
		this.#timeline(data.timeline);
		for (const hidden of this.querySelectorAll<HTMLElement>('[data-plain], [data-action="close"]')) hidden.hidden = true;
		for (const shown of this.querySelectorAll<HTMLElement>('[data-linked]')) shown.hidden = false;
		const copy = this.querySelector<HTMLElement>('[data-copy]');
		if (copy) copy.hidden = !('clipboard' in navigator);
	}

	#show(facts: Record<string, string>) {
		for (const block of this.querySelectorAll<HTMLElement>('[data-show]')) {
			// The slot picker shows and hides its own.
			if (block.closest('help-slots')) continue;
			// The server has measured this.
			if (block.dataset['show']?.startsWith('median:')) continue;
			const [key = '', value] = (block.dataset['show'] ?? '').split(':');
			const isRetry = facts['view'] === 'missing';
			block.hidden = facts[key] !== value && !(isRetry && block.dataset['show'] === 'view:open');
		}
		const safety = this.querySelector<HTMLElement>('[data-safety]');
		if (safety) safety.hidden = facts['view'] !== 'request' && facts['view'] !== 'callback';
	}

	#fill(values: Record<string, string>) {
		for (const [key, value] of Object.entries(values)) {
			for (const element of this.querySelectorAll(`[data-fill="${key}"]`))
				if (!element.closest('help-slots')) element.textContent = value;
		}
	}

	#time(key: string, instant: string) {
		for (const element of this.querySelectorAll<HTMLTimeElement>(`time[data-time="${key}"]`)) {
			element.dateTime = instant;
			element.textContent = this.#formatted(instant);
		}
	}

	#timeElement(at: string): HTMLElement {
		const time = document.createElement('time');
		time.dateTime = at;
		time.textContent = this.#formatted(at);
		return time;
	}

	#timeline(entries: readonly TimelineEntry[]) {
		for (const list of this.querySelectorAll<HTMLElement>('[data-list="timeline"]')) {
			list.replaceChildren(
				...entries.map(({ at, event, team, reason }) => {
					const item = document.createElement('li');
					const word = document.createElement('span');
					word.textContent = list.getAttribute(`data-word-${event}`) ?? event;
					if (team) word.append(' ', textElement('b', list.getAttribute(`data-word-team-${team}`) ?? team));
					item.append(word, ' ', this.#timeElement(at));
					if (reason) item.append(textElement('p', reason, 'reason'));
					return item;
				}),
			);
		}
	}

	#formatted(instant: string): string {
		return formatInstant(document.documentElement.lang, new Date(instant), this.#timezone);
	}

	#submit(event: SubmitEvent) {
		const form = event.target;
		if (!(form instanceof HTMLFormElement)) return;
		const action = form.dataset['action'];
		if (action === 'open') {
			event.preventDefault();
			const { reference = '', secret = '' } = formValues(form);
			// Only what has the exact shape of a link may enter the address: people paste recovery phrases here.
			const pasted = parsePrivateUrl(secret) ?? parsePrivateUrl(`#${reference}.${secret}`);
			if (!pasted) {
				void this.#refuse(form);
				return;
			}
			history.pushState(null, '', `#${pasted.reference}.${pasted.secret}`);
			void this.#open(true);
			return;
		}
		// A page opened by cookie keeps its plain forms.
		if (!this.#secret) return;
		event.preventDefault();
		this.#calls?.submit(form);
		this.#panel?.submit(form, event.submitter);
	}

	#rendered(view: RequestView, fact: string) {
		const [key = '', value = ''] = fact.split(':');
		this.#render(view, key === 'done' ? { done: value } : {});
		this.#announce(fact);
	}

	/** Nothing is left: neither here nor in the list of this device. */
	#erased() {
		forgetRequest(this.#link);
		history.replaceState(null, '', location.pathname);
		[this.#reference, this.#secret] = ['', ''];
		this.#show({ view: 'open', done: 'deleted' });
		this.#fill({ reference: '', message: '' });
		for (const list of this.querySelectorAll('[data-list="messages"], [data-list="files"], [data-list="timeline"]'))
			list.replaceChildren();
		this.#listDevice();
		this.#announce('done:deleted');
	}

	#skip(event: Event) {
		event.preventDefault();
		document.getElementById('main')?.focus();
	}

	/** "Secret" is also what people call their recovery phrase. */
	async #refuse(form: HTMLFormElement) {
		const [stopped] = (await this.#guard?.check()) ?? [];
		if (stopped) {
			form.querySelector<HTMLElement>(`[name="${stopped.name}"]`)?.focus();
			return;
		}
		this.#showNone('missing');
	}

	async #copy() {
		try {
			await navigator.clipboard.writeText(new URL(this.#link, location.origin).href);
			const button = this.querySelector('[data-copy]');
			if (button) button.textContent = this.dataset['copied'] ?? '';
			this.#say(this.dataset['copied'] ?? '');
		} catch {
			// Refused by the browser: the address bar still holds the link.
		}
	}

	#listDevice() {
		const links = myRequests();
		const block = this.querySelector<HTMLElement>('[data-device]');
		const list = this.querySelector('[data-device-list]');
		if (!block || !list) return;
		block.hidden = links.length === 0;
		list.replaceChildren(
			...links.map((url) => {
				const item = document.createElement('li');
				const link = document.createElement('a');
				link.href = url;
				const reference = parsePrivateUrl(url)?.reference ?? '';
				link.textContent = reference;
				item.append(list.getAttribute(reference.startsWith('C-') ? 'data-word-call' : 'data-word-request') ?? '', ' ', link);
				return item;
			}),
		);
	}

	#clearDevice() {
		forgetRequests();
		this.#listDevice();
		// The button that had focus is gone.
		document.getElementById('main')?.focus();
	}

	/** Moves focus to a notice: it is read out, and the keyboard goes on from there. */
	#announce(fact: string) {
		this.querySelector<HTMLElement>(`[data-show="${fact}"][tabindex]`)?.focus();
	}

	#say(words: string) {
		const status = this.querySelector('[data-status]');
		if (status) status.textContent = words;
	}
}

function textElement(name: string, text: string, className = ''): HTMLElement {
	const element = document.createElement(name);
	element.textContent = text;
	if (className) element.className = className;
	return element;
}

interface TimelineEntry {
	at: string;
	event: string;
	team?: string | undefined;
	reason?: string | undefined;
}

customElements.define('help-request', HelpRequest);
