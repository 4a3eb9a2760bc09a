/** Narrow screens. */
export const phones = `
@media (max-width: 50rem) {
	header {
		grid-template: "brand tools" "search search" "nav nav" / minmax(0, 1fr) auto;
	}

	header .search {
		inline-size: 100%;
	}

	.columns {
		grid-template-columns: minmax(0, 1fr);
	}
}

@media (max-width: 30rem) {
	.me,
	[data-keys] {
		display: none;
	}

	.filters form {
		display: grid;
		grid-template-columns: 6rem minmax(0, 1fr) auto;
		inline-size: 100%;
	}

	.filters select {
		inline-size: 100%;
		max-inline-size: none;
	}
}

@media (max-width: 30rem) {
	table {
		padding: 0.25rem;
		font-size: 0.875rem;
	}

	th,
	td {
		padding: 0.375rem 0.25rem;
	}

	thead th,
	td {
		white-space: normal;
		overflow-wrap: normal;
	}

	dl > div {
		grid-template-columns: 1fr;
		gap: 0;
	}
}
`;
