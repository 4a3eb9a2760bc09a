/** How long words wait for newer ones, in milliseconds: a screen reader should not be interrupted with every key. */
const pause = 500;

/** What the search box says to screen readers. */
export class SearchSpeech {
	readonly #host: HTMLElement;
	#timer = 0;

	constructor(host: HTMLElement, signal: AbortSignal) {
		this.#host = host;
		signal.addEventListener('abort', () => clearTimeout(this.#timer));
	}

	/** Words that the page brings along for an occasion, such as `recent`. */
	words(occasion: string, count = 0): string | undefined {
		return this.#host.getAttribute(`data-said-${occasion}`)?.replace('{count}', String(count));
	}

	/** Says words when nothing newer comes up; at once with `now`. */
	say(words: string, when: 'soon' | 'now' = 'soon'): void {
		clearTimeout(this.#timer);
		const status = this.#host.querySelector('[data-status]');
		this.#timer = window.setTimeout(() => status?.replaceChildren(words.trim()), when === 'now' ? 0 : pause);
	}
}
