/**
 * Shows, hides and fills the blocks of an element by their data attributes, as the Worker does. What depends on a key that the facts
 * do not name stays as it is.
 */
export function showView(root: ParentNode, { facts = [], fills = {}, hrefs = {} }: PanelView): void {
	const keys = new Set(facts.map(keyOf));
	for (const block of root.querySelectorAll<HTMLElement>('[data-show]')) {
		const fact = block.dataset['show'] ?? '';
		if (keys.has(keyOf(fact))) block.hidden = !facts.includes(fact);
	}
	for (const element of root.querySelectorAll<HTMLElement>('[data-fill]')) {
		const text = fills[element.dataset['fill'] ?? ''];
		if (text !== undefined) element.textContent = text;
	}
	for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-href]')) {
		const href = hrefs[link.dataset['href'] ?? ''];
		if (href !== undefined) link.href = href;
	}
}

function keyOf(fact: string): string {
	return fact.split(':')[0] ?? '';
}

export interface PanelView {
	facts?: readonly string[];
	fills?: Readonly<Record<string, string>>;
	hrefs?: Readonly<Record<string, string>>;
}
