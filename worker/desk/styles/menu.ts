/** Search and menu in the head of a page. */
export const menu = `
header .search {
	grid-area: search;
	display: flex;
	gap: 0.5rem;
	justify-self: end;
	inline-size: min(100%, 26rem);
}

header .search input {
	flex: 1;
	min-inline-size: 0;
}

nav a,
.tools a,
button,
select {
	display: inline-flex;
	align-items: center;
	min-block-size: 2.5rem;
}

nav a {
	color: inherit;
	text-decoration: none;
	border-block-end: 2px solid transparent;
}

nav a[aria-current] {
	border-color: var(--accent);
	font-weight: 650;
}

main {
	max-inline-size: 76rem;
	margin-inline: auto;
	padding: 1rem;
}
`;
