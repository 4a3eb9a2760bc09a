/** Small things of many pages: keys, files, folded parts, notices. */
export const parts = `
dialog {
	max-inline-size: min(26rem, calc(100% - 2rem));
	border: 1px solid var(--line);
	border-radius: 0.75rem;
	background: var(--surface);
	color: inherit;
}

dialog::backdrop {
	background: rgb(0 0 0 / 50%);
}

dialog dl {
	border: 0;
	padding: 0;
}

dialog dl > div {
	grid-template-columns: 3rem 1fr;
}

kbd {
	padding: 0.125rem 0.5rem;
	border: 1px solid var(--muted);
	border-radius: 0.375rem;
	font: 600 0.875rem/1.4 ui-monospace, monospace;
}

.items > li:focus-within {
	border-color: var(--accent);
}

.bulk {
	margin-block-start: 0.75rem;
}

.plain-list {
	list-style: none;
	padding: 0;
}

.plain-list li + li {
	margin-block-start: 0.75rem;
}

.plain-list p {
	margin: 0;
}

.files img {
	display: block;
	max-inline-size: 100%;
	max-block-size: 14rem;
	margin-block-end: 0.5rem;
	border: 1px solid var(--line);
	border-radius: 0.25rem;
}

.files a {
	overflow-wrap: anywhere;
}

.items .hint {
	margin-block: 0.25rem 0.5rem;
}

summary {
	cursor: pointer;
	color: var(--muted);
	font-size: 0.875rem;
	padding-block: 0.25rem;
}

.notice {
	padding: 0.75rem 1rem;
	margin-block: 0 1rem;
	border: 1px solid currentcolor;
	border-radius: 0.625rem;
	background: var(--urgent-ground);
	color: var(--urgent);
	font-weight: 600;
}

.notice p,
.notice ul {
	margin: 0;
}

.done {
	font-weight: 650;
}
`;
