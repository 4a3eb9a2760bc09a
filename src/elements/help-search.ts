import { explorerUrl, isHashOrKey } from '#shared/formats';

import type { SearchResult, SearchResults } from '../search/index.ts';
import { siteSearch } from '../search/site.ts';
import { recall } from './device.ts';
import { checkSecret, loadGuard } from './guard.ts';

/** Pause in typing after which a search starts, in milliseconds. */
const pause = 120;

type State = 'empty' | 'loading' | 'some' | 'none' | 'failed' | 'secret' | 'hash';

/**
 * The search box: a combobox whose popup is a list of links, or, on the results page, the list itself. Nothing is
 * loaded before the box gets focus, and nothing typed leaves the page before the secret guard has seen it.
 */
class HelpSearch extends HTMLElement {
	#form!: HTMLFormElement;
	#input!: HTMLInputElement;
	#panel!: HTMLElement;
	#list!: HTMLElement;
	#status!: HTMLElement;
	#timer = 0;
	#run = 0;
	#hasFailed = false;
	#abort = new AbortController();

	connectedCallback() {
		const [form, input, panel] = [
			this.querySelector('form'),
			this.querySelector('input'),
			this.querySelector<HTMLElement>('[data-panel]'),
		];
		const [list, status] = [this.querySelector<HTMLElement>('[data-list]'), this.querySelector<HTMLElement>('[data-status]')];
		if (!form || !input || !panel || !list || !status) return;
		[this.#form, this.#input, this.#panel, this.#list, this.#status] = [form, input, panel, list, status];

		if (!this.#isPage) {
			input.setAttribute('role', 'combobox');
			input.setAttribute('aria-haspopup', 'dialog');
			input.setAttribute('aria-expanded', 'false');
			input.setAttribute('aria-controls', panel.id);
		}
		const { signal } = this.#abort;
		input.addEventListener('focus', () => this.#preload(), { signal });
		input.addEventListener('input', () => this.#schedule(), { signal });
		form.addEventListener('submit', (event) => this.#submit(event), { signal });
		this.addEventListener('keydown', (event) => this.#keydown(event), { signal });
		this.addEventListener('focusout', (event) => this.#leave(event), { signal });
		document.addEventListener('keydown', (event) => this.#shortcut(event), { signal });
		if (this.#isPage) this.#restore();
	}

	disconnectedCallback() {
		this.#abort.abort();
		clearTimeout(this.#timer);
	}

	get #isPage(): boolean {
		return this.dataset['variant'] === 'page';
	}

	get #links(): HTMLAnchorElement[] {
		return [...this.#panel.querySelectorAll('a')].filter((link) => link.offsetParent !== null);
	}

	#preload() {
		// A failed preload shows itself at the first search.
		Promise.all([siteSearch.preload(), loadGuard()]).catch(() => {});
	}

	/** The results page shares its address: `?q=` is searched again here, in place of what the server filled in. */
	#restore() {
		const query = new URLSearchParams(location.search).get('q');
		if (!query) return;
		this.#input.value = query;
		void this.#search();
	}

	#schedule() {
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => void this.#search(), pause);
	}

	/** Searches what is typed now; resolves to it when it is safe to put into a URL, else to null. */
	async #search(): Promise<string | null> {
		const query = this.#input.value.trim();
		const run = ++this.#run;
		if (query.length < 2) {
			this.#show('empty');
			return query || null;
		}
		if (isHashOrKey(query)) return this.#refuse('hash', run, query);
		try {
			if (await checkSecret(query)) return this.#refuse('secret', run);
			if (this.#list.childElementCount === 0) this.#show('loading');
			const results = await siteSearch.search(query, this.#isPage ? 20 : 6);
			this.#hasFailed = false;
			if (run === this.#run) this.#render(query, results);
			return query;
		} catch {
			this.#hasFailed = true;
			// What the server filled in is better than an apology.
			const keepsList = this.#isPage && this.#list.childElementCount > 0;
			if (run === this.#run && !keepsList) this.#show('failed');
			return isCertainlyHarmless(query) ? query : null;
		}
	}

	#refuse(state: 'secret' | 'hash', run: number, hash = ''): null {
		if (run !== this.#run) return null;
		const link = this.#panel.querySelector<HTMLAnchorElement>('[data-explorer]');
		const href = hash && explorerUrl(hash);
		if (link) link.hidden = !href;
		if (link && href) link.href = href;
		// What was searched before may have been the start of it.
		if (this.#isPage) history.replaceState(null, '', location.pathname);
		this.#show(state);
		return null;
	}

	#render(query: string, { total, results }: SearchResults) {
		this.#list.replaceChildren(...results.map(toItem));
		for (const all of this.#panel.querySelectorAll<HTMLAnchorElement>('[data-all]')) {
			all.href = `${this.#form.action}?q=${encodeURIComponent(query)}`;
			all.hidden = total <= results.length;
		}
		const count = this.#panel.querySelector('[data-fill="count"]');
		if (count) count.textContent = String(total);
		this.#show(total > 0 ? 'some' : 'none');
		if (total > 0) this.#status.textContent = (this.dataset['counted'] ?? '').replace('{count}', String(total));
	}

	#show(state: State) {
		let words = '';
		for (const block of this.#panel.querySelectorAll<HTMLElement>('[data-show]')) {
			block.hidden = block.dataset['show'] !== `results:${state}`;
			if (!block.hidden && state !== 'some') words = block.textContent?.trim().split('\n')[0] ?? '';
		}
		if (state !== 'some') this.#list.replaceChildren();
		this.#status.textContent = state === 'empty' ? '' : words;
		this.#open(state !== 'empty');
	}

	#open(isOpen: boolean) {
		if (this.#isPage) return;
		this.#panel.hidden = !isOpen;
		this.#input.setAttribute('aria-expanded', String(isOpen));
	}

	#submit(event: SubmitEvent) {
		event.preventDefault();
		clearTimeout(this.#timer);
		void this.#search().then((query) => {
			if (query === null) return;
			const address = `${this.#form.action}?q=${encodeURIComponent(query)}`;
			// Where the search here has failed, the server answers.
			if (this.#isPage && !this.#hasFailed) history.replaceState(null, '', address);
			else location.assign(address);
		});
	}

	#keydown(event: KeyboardEvent) {
		// While a Chinese word is being composed the keys choose its characters.
		if (event.isComposing) return;
		if (event.key === 'Escape' && !this.#isPage && !this.#panel.hidden) {
			event.preventDefault();
			this.#input.focus();
			this.#open(false);
			return;
		}
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		if (event.target === this.#input && this.#panel.hidden && this.#input.value.trim()) {
			event.preventDefault();
			void this.#search();
			return;
		}
		const stops = [this.#input, ...this.#links];
		const index = stops.findIndex((stop) => stop === document.activeElement);
		const next = stops[index + (event.key === 'ArrowDown' ? 1 : -1)];
		if (index === -1 || !next) return;
		event.preventDefault();
		next.focus();
	}

	#leave(event: FocusEvent) {
		if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
		// A click on the page closes the popup; one inside it keeps focus within.
		this.#open(false);
	}

	#shortcut(event: KeyboardEvent) {
		// Browsers that fill in fields send events of this name without a key.
		if (typeof event.key !== 'string') return;
		const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
		const isCommand = event.ctrlKey || event.metaKey;
		const isSlash = event.key === '/' && !isCommand && !isTyping && recall('shortcut') !== 'off';
		const isShortcut = isSlash || (event.key.toLowerCase() === 'k' && isCommand);
		if (!isShortcut || event.altKey) return;
		event.preventDefault();
		this.#input.focus();
		this.#input.select();
	}
}

/** Without the word lists: too few words for a phrase, none long enough for a key. */
function isCertainlyHarmless(query: string): boolean {
	const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.length < 6 && words.every((word) => word.length < 40);
}

function toItem({ url, title, excerpt }: SearchResult): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = url;
	link.textContent = title;
	const text = document.createElement('p');
	for (const { text: part, hit } of excerpt) {
		if (!hit) {
			text.append(part);
			continue;
		}
		const mark = document.createElement('mark');
		mark.textContent = part;
		text.append(mark);
	}
	item.append(link, text);
	return item;
}

customElements.define('help-search', HelpSearch);
