import { forgetSearch, forgetSearches, recentSearches } from './recent-searches.ts';

/**
 * The block of recent searches: each can be searched again or removed, alone or all at once. `choose` gets the words of one;
 * `removed` hears how many are left and, when none is, moves the focus elsewhere.
 */
export class RecentBlock {
	readonly #block: HTMLElement;
	readonly #removed: (left: number) => void;

	constructor(block: HTMLElement, choose: (query: string) => void, removed: (left: number) => void) {
		this.#block = block;
		this.#removed = removed;
		block.addEventListener('click', ({ target }) => {
			const button = target instanceof Element ? target.closest('button') : null;
			const item = button?.closest('li');
			const query = item?.querySelector('[data-again]')?.textContent ?? '';
			if (button?.matches('[data-clear]')) this.#clear();
			else if (item && button?.matches('[data-remove]')) this.#remove(item, query);
			else if (item && button) choose(query);
		});
	}

	/** Shows what is kept now; answers how many. */
	show(): number {
		const queries = recentSearches();
		this.#block.querySelector('ul')?.replaceChildren(...queries.map((query) => this.#toItem(query)));
		this.#block.hidden = queries.length === 0;
		return queries.length;
	}

	hide(): void {
		this.#block.hidden = true;
	}

	#toItem(query: string): Node {
		const template = this.#block.querySelector('template');
		const item = document.importNode(template?.content ?? document.createDocumentFragment(), true);
		const [again, remove] = [item.querySelector('[data-again]'), item.querySelector('[data-remove]')];
		if (again) again.textContent = query;
		remove?.setAttribute('aria-label', (remove.getAttribute('aria-label') ?? '').replace('{query}', query));
		return item;
	}

	/** The focus moves on before its element goes: a popup closes when it loses the focus. */
	#remove(item: Element, query: string) {
		forgetSearch(query);
		const neighbour = item.nextElementSibling ?? item.previousElementSibling;
		neighbour?.querySelector<HTMLElement>('[data-remove]')?.focus();
		this.#removed(recentSearches().length);
		item.remove();
	}

	#clear() {
		forgetSearches();
		this.#removed(0);
	}
}
