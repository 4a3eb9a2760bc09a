/** Calls: the words of a caller, outcomes, seats. */
export const calls = `
.pages {
	display: flex;
	gap: 1rem;
}

.proof {
	margin-block: 0.75rem;
	padding: 0.75rem 1rem;
	border: 2px solid var(--accent);
	border-radius: 0.5rem;
	background: var(--surface);
}

.proof p {
	margin: 0;
}

.proof-words {
	font-size: 1.75rem;
	font-weight: 700;
	line-height: 1.3;
}

.proof .phone {
	display: inline-block;
	margin-block-start: 0.5rem;
	font-size: 1.25rem;
	font-weight: 650;
}

.outcomes {
	display: grid;
	gap: 0.25rem 1.5rem;
}

.outcomes fieldset {
	margin: 0;
	padding: 0;
	border: 0;
}

.outcomes fieldset .check {
	display: flex;
	padding-block: 0.25rem;
}

.seats {
	display: grid;
	grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
	gap: 0.25rem;
	margin-block: 0.5rem;
	padding: 0;
	list-style: none;
	font-variant-numeric: tabular-nums;
}

.seats li {
	padding: 0.125rem 0.5rem;
	border: 1px solid var(--line);
	border-radius: 0.375rem;
}

.seats [data-free] {
	color: var(--muted);
}

.seats [data-full] {
	background: var(--held-ground);
	color: var(--held);
}

kbd {
	margin-inline-start: 0.25rem;
	padding: 0 0.375rem;
	border: 1px solid currentcolor;
	border-radius: 0.25rem;
	font: inherit;
	font-size: 0.75rem;
}
`;
