/** Tables of numbers. */
export const tables = `
table {
	inline-size: 100%;
	border-collapse: separate;
	border-spacing: 0;
}

nav + table {
	margin-block-start: 0.75rem;
}

th,
td {
	padding: 0.5rem;
	text-align: end;
	vertical-align: top;
	font-variant-numeric: tabular-nums;
}

thead th {
	white-space: nowrap;
}

th:first-child {
	text-align: start;
}

tbody th {
	font-weight: 400;
}

tbody tr > * {
	border-block-start: 1px solid var(--line);
}
`;
