/** Fields, buttons, filters, and where forms stand beside facts. */
export const forms = `
.login {
	display: grid;
	grid-template-columns: minmax(0, 1fr);
	gap: 0.5rem;
	max-inline-size: 24rem;
}

input,
textarea,
select,
button {
	font: inherit;
	color: inherit;
	border: 1px solid var(--muted);
	border-radius: 0.5rem;
	padding: 0.375rem 0.75rem;
	background: var(--surface);
}

button {
	justify-content: center;
	cursor: pointer;
}

.wrong {
	margin: 0;
	color: var(--urgent);
}

h2 input {
	margin-inline-end: 0.5rem;
	inline-size: 1.125rem;
	block-size: 1.125rem;
	vertical-align: middle;
}

nav + .filters,
.filters + * {
	margin-block-start: 0.75rem;
}

.filters,
.filters form,
.actions {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	gap: 0.5rem 0.75rem;
}

.filters {
	gap: 0.5rem 1.5rem;
	margin-block-end: 1rem;
}

.filters select {
	max-inline-size: 14rem;
}

.columns {
	display: grid;
	grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
	gap: 1.5rem;
	align-items: start;
}

.act {
	display: grid;
	gap: 0.5rem;
	justify-items: start;
	margin-block-start: 1.25rem;
}

.act textarea,
.act select {
	inline-size: 100%;
}

.act .actions,
.actions .act,
.act .hint {
	margin: 0;
}

.act + .actions {
	margin-block-start: 1.25rem;
}

.columns dl > div {
	grid-template-columns: minmax(5rem, 7rem) 1fr;
}

.act .actions select {
	inline-size: auto;
}

.check {
	display: inline-flex;
	align-items: center;
	gap: 0.5rem;
	min-block-size: 2.5rem;
}

.primary {
	background: var(--accent);
	border-color: var(--accent);
	color: var(--ground);
	font-weight: 650;
}
`;
