import type { SecretSpan } from '#shared/guard/span';

/** What the first reading of a text finds that is sure of a secret; when none is, what the first finds that finds anything. */
export function surest(readings: readonly (() => SecretSpan[])[]): SecretSpan[] {
	let first: SecretSpan[] = [];
	for (const read of readings) {
		const spans = read();
		if (spans.some(({ certainty }) => certainty === 'detected')) return spans;
		if (first.length === 0) first = spans;
	}
	return first;
}
