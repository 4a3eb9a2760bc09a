import { isCertainlyHarmless } from './harmless.ts';
import type { SearchBox, SearchParts } from './search-box.ts';
import { onShortcut } from './search-keys.ts';

/**
 * A search box. Nothing is loaded before it gets the focus, or before the results page has something to look after; until then
 * this only holds back what is submitted, for the secret guard to see it first.
 */
class HelpSearch extends HTMLElement {
	#loading: Promise<SearchBox> | undefined;
	#abort = new AbortController();

	connectedCallback() {
		const [form, input] = [this.querySelector('form'), this.querySelector<HTMLInputElement>('input[name="q"]')];
		const panel = this.querySelector<HTMLElement>('[data-panel]');
		if (!form || !input || !panel) return;
		const parts = { host: this, form, input, panel };
		const isPage = this.dataset['variant'] === 'page';
		if (!isPage) {
			input.setAttribute('role', 'combobox');
			input.setAttribute('aria-haspopup', 'dialog');
			input.setAttribute('aria-expanded', 'false');
			input.setAttribute('aria-controls', panel.id);
		}
		const { signal } = this.#abort;
		input.addEventListener('focus', () => void this.#tell(parts, (box) => box.focus()), { signal });
		input.addEventListener('input', () => void this.#tell(parts, (box) => box.type()), { signal });
		form.addEventListener('change', ({ target }) => target !== input && void this.#tell(parts, (box) => void box.filter()), {
			signal,
		});
		form.addEventListener('submit', (event) => this.#submit(event, parts), { signal });
		onShortcut(input, signal);
		if (isPage && location.search) void this.#tell(parts, () => {});
		// Somebody was quicker than this script.
		if (document.activeElement === input) void this.#tell(parts, (box) => box.focus());
	}

	disconnectedCallback() {
		this.#abort.abort();
	}

	#submit(event: SubmitEvent, parts: SearchParts) {
		event.preventDefault();
		const { form, input } = parts;
		// Without the guard only what is too short for a secret goes on to the server.
		const goOn = () => isCertainlyHarmless(input.value) && form.submit();
		void this.#tell(parts, (box) => void box.submit(), goOn);
	}

	async #tell(parts: SearchParts, done: (box: SearchBox) => void, failed: () => void = () => {}) {
		this.#loading ??= import('./search-box.ts').then(({ SearchBox }) => new SearchBox(parts, this.#abort.signal));
		const box = await this.#loading.catch(() => undefined);
		if (box) return done(box);
		// The network may be back the next time.
		this.#loading = undefined;
		failed();
	}
}

customElements.define('help-search', HelpSearch);
