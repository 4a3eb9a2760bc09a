import { forget, keep, recall } from './device.ts';

const storageKey = 'draft:contact';

/** A message that could not be sent: kept whole, with its key, so that sending it again can never make a second request. */
export interface Draft {
	key: string;
	body: Record<string, unknown>;
}

export function keepDraft(draft: Draft): void {
	keep(storageKey, draft);
}

export function readDraft(): Draft | null {
	const draft = recall(storageKey);
	if (typeof draft !== 'object' || draft === null || !('key' in draft) || !('body' in draft)) return null;
	return draft as Draft;
}

export function forgetDraft(): void {
	forget(storageKey);
}

/** Whether two messages say the same: how long somebody typed and what was read before does not count. */
export function saysTheSame(a: Draft['body'], b: Draft['body']): boolean {
	const words = (body: Draft['body']) =>
		JSON.stringify(
			Object.entries(body)
				.filter(([name]) => name !== 'elapsedMs' && name !== 'articles')
				.sort(([x], [y]) => x.localeCompare(y)),
		);
	return words(a) === words(b);
}
