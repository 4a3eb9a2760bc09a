export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Epoch milliseconds as RFC 3339 in UTC, to the second. */
export function rfc3339(at: number): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The start of an instant's day (UTC), both in epoch milliseconds. */
export function startOfDay(at: number): number {
	return at - (at % dayMs);
}
