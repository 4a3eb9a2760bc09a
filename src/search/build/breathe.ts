import { setImmediate } from 'node:timers/promises';

/** Pages between two breaths. */
const every = 20;

/** Lets what waits go on now and then, above all Pagefind, which works in a process of its own as long as it is fed. */
export async function breathe(page: number): Promise<void> {
	if (page % every === 0) await setImmediate();
}
