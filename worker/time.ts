/** Epoch milliseconds as RFC 3339 in UTC, to the second. */
export function rfc3339(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
