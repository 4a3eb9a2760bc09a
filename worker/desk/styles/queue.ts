/** The queue, the rules of routing, and plain tables. */
export const queue = `
.pair {
	display: inline-flex;
	align-items: center;
	gap: 0.5rem;
}

.pair label {
	white-space: nowrap;
}

.pair input {
	min-inline-size: 0;
}

.late {
	color: var(--urgent);
	font-weight: 600;
}

.items .chosen {
	border-inline-start: 4px solid var(--accent);
}

.conditions {
	margin: 0;
	padding-inline-start: 1.25rem;
}

.met {
	color: var(--accent);
}

.items .conditions li {
	background: none;
	border: 0;
	border-radius: 0;
	padding: 0;
	list-style: disc;
}

.unmet {
	color: var(--muted);
}

.rules {
	margin-block-start: 1.5rem;
}

.plain td {
	text-align: start;
}

.plain th {
	text-align: start;
}
`;
