/** What stands around every page: brand, alerts, menu, tools. */
export const frame = `
.demonstration {
	margin: 0;
	padding: 0.375rem 1rem;
	background: var(--held-ground);
	color: var(--held);
	font-weight: 650;
	text-align: center;
}

.alerts {
	margin: 0;
	padding: 0.5rem max(1rem, calc((100% - 74rem) / 2));
	list-style: none;
	background: var(--urgent-ground);
	color: var(--urgent);
}

.alerts a {
	color: inherit;
	font-weight: 650;
}

header {
	display: grid;
	grid-template: "brand search tools" "nav nav nav" / auto minmax(0, 1fr) auto;
	align-items: center;
	gap: 0.25rem 1.5rem;
	padding: 0.625rem max(1rem, calc((100% - 74rem) / 2)) 0;
	background: var(--surface);
	border-block-end: 1px solid var(--line);
}

.brand {
	grid-area: brand;
	margin: 0;
	font-weight: 650;
}

nav,
.tools {
	display: flex;
	align-items: center;
	gap: 0.25rem 1rem;
}

/* Scrolls sideways where it does not fit: two rows of tabs would push the work off a phone's screen. */
nav {
	overflow-x: auto;
	white-space: nowrap;
	scrollbar-width: thin;
}

header nav {
	grid-area: nav;
	margin-inline: -0.25rem;
	padding-inline: 0.25rem;
}

.tools {
	grid-area: tools;
	flex-wrap: wrap;
	justify-content: flex-end;
}

.me {
	color: var(--muted);
	font-size: 0.875rem;
}
`;
