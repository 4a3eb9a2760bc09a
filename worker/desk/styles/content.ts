/** Headings, lists, facts, tags. */
export const content = `
h1 {
	font-size: 1.5rem;
	line-height: 1.3;
}

h2 {
	font-size: 1.0625rem;
	margin-block: 0 0.25rem;
}

a {
	color: var(--accent);
}

:focus-visible {
	outline: 2px solid var(--accent);
	outline-offset: 2px;
}

.items {
	list-style: none;
	margin: 0;
	padding: 0;
	display: grid;
	gap: 0.75rem;
}

.items li,
dl,
table,
.login,
.message {
	background: var(--surface);
	border: 1px solid var(--line);
	border-radius: 0.625rem;
	padding: 0.875rem 1rem;
}

.items p,
dl,
dd {
	margin: 0;
}

.meta,
.hint,
dt {
	color: var(--muted);
	font-size: 0.9375rem;
}

.when {
	font-weight: 650;
}

.excerpt {
	color: var(--muted);
}

.text {
	white-space: pre-wrap;
}

.tag {
	display: inline-block;
	margin-inline-start: 0.5rem;
	padding: 0 0.5rem;
	border: 1px solid currentcolor;
	border-radius: 1rem;
	font-size: 0.8125rem;
	font-weight: 600;
}

.tag.held {
	color: var(--held);
	background: var(--held-ground);
}

.tag.urgent {
	color: var(--urgent);
	background: var(--urgent-ground);
}

.tag.cancelled {
	color: var(--muted);
}

dl > div {
	display: grid;
	grid-template-columns: minmax(7rem, 11rem) 1fr;
	gap: 0.25rem 1rem;
	padding-block: 0.375rem;
}

dl > div + div {
	border-block-start: 1px solid var(--line);
}

section {
	margin-block-start: 1.5rem;
}
`;
