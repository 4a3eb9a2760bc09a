/** Results that nobody opened while they were shown this long count as seen and left, in milliseconds. */
const seenAfter = 2000;

/**
 * Notices searches that end in vain: nothing fits, or results left without following any. While somebody still types, nothing
 * has ended; and what the guard refused is never told, nor what remains of it until the box has been emptied.
 */
export class SearchWatch {
	readonly #report: (miss: Miss) => void;
	#shown: (Miss & { at: number }) | undefined;
	#isMuted = false;

	constructor(report: (miss: Miss) => void) {
		this.#report = report;
	}

	/** Whether what stands in the box may be what is left of a secret. */
	get isMuted(): boolean {
		return this.#isMuted;
	}

	/** An answer is shown: `results` is the number of pages found, 0 where nothing fits. */
	show(query: string, results: number): void {
		if (this.#isMuted || this.#shown?.query === query) return;
		this.#shown = { query, results, at: Date.now() };
	}

	/** A result is followed. Where nothing fitted it was a try: the search ends in vain all the same. */
	follow(): void {
		this.#end(({ results }) => results === 0);
	}

	/** The box or the page is left. */
	leave(): void {
		this.#end(({ results, at }) => results === 0 || Date.now() - at >= seenAfter);
	}

	/** The search goes on elsewhere. */
	moveOn(): void {
		this.#end(() => false);
	}

	/** The guard refused what was typed. */
	refuse(): void {
		this.moveOn();
		this.#isMuted = true;
	}

	/** The box is empty. */
	reset(): void {
		this.moveOn();
		this.#isMuted = false;
	}

	#end(isMiss: (shown: Miss & { at: number }) => boolean): void {
		const shown = this.#shown;
		this.#shown = undefined;
		if (shown && isMiss(shown)) this.#report({ query: shown.query, results: shown.results });
	}
}

interface Miss {
	query: string;
	results: number;
}
