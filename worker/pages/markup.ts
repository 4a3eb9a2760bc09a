/** HTML that is safe to insert. Only `markup` makes it. */
export interface Markup {
	readonly html: string;
}

/** Template tag for pieces of a page: whatever is inserted is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: (string | Markup | Markup[])[]): Markup {
	return { html: strings.reduce((html, part, index) => html + toHtml(values[index - 1] ?? '') + part) };
}

function toHtml(value: string | Markup | Markup[]): string {
	if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
	return Array.isArray(value) ? value.map(({ html }) => html).join('') : value.html;
}
