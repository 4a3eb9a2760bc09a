import { explorerUrl } from '#shared/formats';

import type { SearchResult } from '../search/index.ts';
import { showView, type PanelView } from './panel-view.ts';

/** The panel of results: a popup's content, or that of the results page, which the Worker fills when there is no script. */
export class SearchPanel {
	readonly element: HTMLElement;

	constructor(element: HTMLElement) {
		this.element = element;
	}

	get isEmpty(): boolean {
		return this.count === 0;
	}

	/** Results that are listed. */
	get count(): number {
		return this.element.querySelectorAll('[data-list="results"] > li').length;
	}

	/** Whether a block is shown, such as `results:none`. */
	shows(fact: string): boolean {
		const block = this.element.querySelector<HTMLElement>(`[data-show="${fact}"]`);
		return block !== null && !block.hidden;
	}

	/** Words of the block that is shown. */
	get words(): string {
		const block = [...this.element.querySelectorAll<HTMLElement>('[data-show^="results:"]')].find(({ hidden }) => !hidden);
		return block?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
	}

	/** What depends on a key that the facts do not name stays as it is. */
	show(view: PanelView): void {
		showView(this.element, view);
	}

	/** Shows one block instead of results. */
	showOnly(state: string): void {
		this.list('results', []);
		this.list('other', []);
		const people = `people:${state === 'failed' ? 'yes' : 'no'}`;
		this.show({ facts: [`results:${state}`, 'list:no', 'corrected:no', 'other:no', people, 'near:none'] });
	}

	/** Puts results into a list; it brings the names of the categories along. */
	list(name: 'results' | 'other', results: readonly SearchResult[]): void {
		const list = this.element.querySelector<HTMLElement>(`[data-list="${name}"]`);
		const category = (id: string) => list?.getAttribute(`data-word-${id}`) ?? '';
		list?.replaceChildren(...results.map((result, index) => toItem(result, category(result.category), `${name}-${index}`)));
	}

	/** Points the explorer's link at a transaction, and hides it where the text is none that an explorer knows. */
	offerExplorer(hash: string): void {
		const link = this.element.querySelector<HTMLAnchorElement>('[data-explorer]');
		const href = explorerUrl(hash);
		if (link) link.hidden = !href;
		if (link && href) link.href = href;
	}
}

/** The same markup as the Worker's `resultItems`. */
function toItem({ url, title, heading, excerpt }: SearchResult, category: string, id: string): HTMLLIElement {
	const link = make('a', title);
	link.href = url;
	link.setAttribute('aria-describedby', id);
	const place = make('p', ...(heading ? [make('b', heading), ' · '] : []), make('span', category));
	place.id = id;
	return make('li', link, place, make('p', ...excerpt.map(({ text, hit }) => (hit ? make('mark', text) : text))));
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	element.append(...children);
	return element;
}
