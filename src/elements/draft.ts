import { forget, keep, recall } from './device.ts';
import type { Body } from './submission.ts';

const storageKey = 'draft:contact';

/** A message on its way, kept with its key and every version sent under it. It has passed the secret guard. */
export interface Draft {
	key: string;
	sent: Body[];
	body: Body;
}

export function keepDraft(draft: Draft): void {
	keep(storageKey, draft);
}

export function readDraft(): Draft | null {
	const draft = recall(storageKey);
	if (typeof draft !== 'object' || draft === null || !('key' in draft) || !('sent' in draft) || !('body' in draft)) return null;
	return draft as Draft;
}

export function forgetDraft(): void {
	forget(storageKey);
}
