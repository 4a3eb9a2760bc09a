/** A request: its conversation, writing a reply, who else is there. */
export const request = `
.conversation {
	margin-block-start: 0;
}

.conversation .staff {
	border-inline-start: 4px solid var(--accent);
}

.conversation .note {
	background: var(--held-ground);
	border-style: dashed;
}

.conversation .note .meta {
	color: var(--held);
}

[data-count] {
	margin-inline-start: 0.25rem;
	color: var(--muted);
	font-weight: 400;
	font-variant-numeric: tabular-nums;
}

.count {
	margin-inline-start: 0.375rem;
	padding: 0 0.4375rem;
	border-radius: 1rem;
	background: var(--accent);
	color: var(--ground);
	font-size: 0.8125rem;
	font-weight: 650;
}

.compose {
	inline-size: 100%;
	padding: 0.25rem 0.75rem;
	border: 1px solid var(--line);
	border-radius: 0.5rem;
	background: var(--surface);
}

.compose > * + * {
	margin-block: 0.5rem;
}

.compose li {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	justify-content: space-between;
	gap: 0.25rem 1rem;
}

.compose li + li {
	margin-block-start: 0.25rem;
}

.compose .actions > :first-child {
	flex: 1 1 12rem;
	min-inline-size: 0;
	inline-size: auto;
}

.sorting .act {
	margin-block-start: 0.75rem;
}

.merged {
	margin-block-start: 0.75rem;
	padding: 0.25rem 1rem;
	border: 1px dashed var(--line);
	border-radius: 0.625rem;
}

li > time {
	display: inline-block;
}

.presence p {
	margin: 0;
}

.presence p:not(:empty) {
	margin-block-end: 0.75rem;
	padding: 0.5rem 0.875rem;
	border-radius: 0.5rem;
	background: var(--held-ground);
	color: var(--held);
	font-weight: 600;
}
`;
