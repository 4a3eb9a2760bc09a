import { siteSearch } from '../search/site.ts';
import { findIn } from './guard.ts';
import { textControls } from './secret-notice.ts';

/** Pause in typing after which articles are suggested, in milliseconds. */
const pause = 600;
const most = 3;
/** Texts shorter than this say too little, and more than the start of a long one adds noise. */
const length = { min: 6, max: 200 };

/** Articles that may answer what is being typed into the field with the id in `data-for`. */
class HelpSuggestions extends HTMLElement {
	#timer = 0;
	#abort = new AbortController();

	connectedCallback() {
		const field = document.getElementById(this.dataset['for'] ?? '');
		if (!(field instanceof HTMLTextAreaElement)) return;
		const schedule = () => {
			clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => void this.#suggest(field), pause);
		};
		field.addEventListener('input', schedule, { signal: this.#abort.signal });
	}

	disconnectedCallback() {
		this.#abort.abort();
		clearTimeout(this.#timer);
	}

	async #suggest(field: HTMLTextAreaElement) {
		const text = field.value.trim();
		const links = text.length < length.min ? [] : await this.#find(text, field.form).catch(() => []);
		// Another text has been typed since, and its own search is on the way.
		if (field.value.trim() !== text) return;
		this.querySelector('ul')?.replaceChildren(...links);
		const block = this.querySelector('section');
		if (block) block.hidden = links.length === 0;
	}

	async #find(text: string, form: HTMLFormElement | null): Promise<HTMLLIElement[]> {
		// A phrase may be spread over the fields of the form: then no piece of it is searched for either.
		const texts = form ? textControls(form).map(({ name, value }) => ({ name, text: value })) : [];
		if ((await findIn([...texts, { name: '', text }])).length > 0) return [];
		const { results } = await siteSearch.search(text.slice(0, length.max), { limit: most });
		return results.map(({ url, title }) => {
			const item = document.createElement('li');
			const link = document.createElement('a');
			link.href = url;
			link.target = '_blank';
			link.textContent = title;
			item.append(link);
			return item;
		});
	}
}

customElements.define('help-suggestions', HelpSuggestions);
