/** After all that it may hide. */
export const hidden = `
[hidden] {
	display: none;
}
`;
