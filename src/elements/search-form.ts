import { tidyQuery, type Asked } from '#shared/search-view';

/** The form of a search box: its words and, on the results page, its filters. */
export class SearchForm {
	readonly input: HTMLInputElement;
	readonly #form: HTMLFormElement;

	constructor(form: HTMLFormElement, input: HTMLInputElement) {
		this.#form = form;
		this.input = input;
		// The choices may stand in a line that is longer than a phone is wide.
		for (const chosen of form.querySelectorAll(':checked')) chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}

	/** What the form asks for. */
	get asked(): Asked {
		const chosen = (name: string) => this.#form.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value;
		return { query: tidyQuery(this.input.value), category: chosen('category'), kind: chosen('kind') };
	}

	/** Chooses the filters that an address names; answers the words it names. */
	takeOver(address: URLSearchParams): string {
		for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
			if (radio.value === address.get(radio.name)) radio.checked = true;
		}
		return tidyQuery(address.get('q') ?? '');
	}
}
