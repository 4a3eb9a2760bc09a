import { existsSync, readFileSync } from 'node:fs';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

const colours = new Map([...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}),/g)].map(([, name, light]) => [name, light]));

/** A colour of the light theme by its name in tokens.css; a missing one fails the build. */
export function colour(name: string): string {
	const found = colours.get(name);
	if (!found) throw new Error(`no colour --${name} in src/styles/tokens.css`);
	return found;
}

/** An icon of src/icons as a data URL, in a colour; a missing one fails the build. */
export function iconUrl(name: string, stroke: string): string {
	return svgUrl(readIcon(name).replaceAll('currentColor', stroke));
}

const icons = new Map<string, string>();

function readIcon(name: string): string {
	const known = icons.get(name);
	if (known) return known;
	const file = `src/icons/${name}.svg`;
	if (!existsSync(file)) throw new Error(`no icon ${file}`);
	const svg = readFileSync(file, 'utf8');
	icons.set(name, svg);
	return svg;
}

/** The mark of the site's header, in two colours. */
export function markUrl(fill: string, stroke: string): string {
	return svgUrl(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" rx="9" fill="${fill}"/>` +
			`<path d="M8 13.5C8 9.9 11.6 7 16 7s8 2.9 8 6.5c0 2.9-2.3 4.6-4.6 5.8-1.5.8-2.1 1.5-2.1 2.7" fill="none" stroke="${stroke}" stroke-width="3" stroke-linecap="round"/>` +
			`<circle cx="17.2" cy="26" r="1.9" fill="${stroke}"/></svg>`,
	);
}

function svgUrl(svg: string): string {
	return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
