import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

import type { Challenge, ChallengedRoute } from '#shared/challenge';

import { callApi } from './api.ts';

/** Keys that are derived to guess how long all of them take. */
const sampleSize = 20;
/** Longest that a device may take, in milliseconds: the challenge itself expires after ten minutes. */
const patience = 300_000;

/**
 * Fetches a challenge and solves it while the `[data-challenge]` block of `place` says what goes on and offers to cancel. Answers what
 * goes into the field `challenge`, or null when it was cancelled or failed.
 */
export async function passChallenge(place: HTMLElement, route: ChallengedRoute): Promise<string | null> {
	const answer = await callApi<Challenge>('GET', `/api/challenge?route=${route}`);
	if (!answer.ok) return null;
	const abort = new AbortController();
	const block = place.querySelector<HTMLElement>('[data-challenge]');
	const cancel = block?.querySelector<HTMLButtonElement>('[data-cancel]');
	cancel?.addEventListener('click', () => abort.abort(), { signal: abort.signal });
	if (block) block.hidden = false;
	try {
		if (answer.data.kind === 'altcha') return await solve(answer.data, block, abort);
		const { passTurnstile } = await import('./turnstile.ts');
		say(block, 'words-asked');
		return await passTurnstile(answer.data.siteKey, route, block, abort.signal);
	} finally {
		const hadFocus = document.activeElement === cancel;
		if (block) block.hidden = true;
		// A button that had focus is gone.
		if (hadFocus) place.querySelector<HTMLElement>('[data-submit], [data-status]')?.focus();
	}
}

/** On the main thread, which stays free: the browser derives keys elsewhere. */
async function solve(asked: Altcha, block: HTMLElement | null, controller: AbortController): Promise<string | null> {
	const { challenge, attempts } = asked;
	say(block, 'words', String(await guessSeconds(challenge, attempts)));
	const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: patience });
	return solution && btoa(JSON.stringify({ challenge, solution }));
}

async function guessSeconds({ parameters }: Altcha['challenge'], attempts: number): Promise<number> {
	const start = performance.now();
	for (let index = 0; index < sampleSize; index++) await deriveKey(parameters, new Uint8Array(16), new Uint8Array(20));
	return Math.max(1, Math.ceil(((performance.now() - start) * attempts) / sampleSize / 1000));
}

/** Into the live region that stands there, so that it is announced. */
function say(block: HTMLElement | null, words: string, seconds = ''): void {
	const status = block?.querySelector('[role="status"]');
	if (status) status.textContent = (block?.getAttribute(`data-${words}`) ?? '').replace('{seconds}', seconds);
}

type Altcha = Extract<Challenge, { kind: 'altcha' }>;
