import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

import { AltchaAnswerSchema, type Challenge, type ChallengedRoute } from '#shared/challenge';
import * as limits from '#shared/limits';

import type { AppContext } from '../context.ts';
import { keyedHash } from '../crypto.ts';
import type { UsedChallenge } from '../db/challenges.ts';
import { now } from '../settings.ts';
import { verifyTurnstile } from './turnstile.ts';

const { cost, least, most } = limits.challengeWork;

/** A new challenge for one route: Turnstile where an operator has configured it, else a proof of work that asks nobody else. */
export async function issueChallenge(c: AppContext, route: ChallengedRoute): Promise<Challenge> {
	const { siteKey } = c.var.turnstile;
	if (siteKey) return { kind: 'turnstile', siteKey };
	const { parameters, signature } = await createChallenge({
		algorithm: 'PBKDF2/SHA-256',
		cost,
		counter: randomInt(most, least),
		deriveKey,
		// Not the library's own expiry, which goes by the machine's clock instead of ours.
		data: { route, expires: Math.floor(now(c.var.settings) / 1000) + limits.challengeSeconds },
		...(await signingKeys(c)),
	});
	return { kind: 'altcha', challenge: { parameters, signature } as AltchaChallenge, attempts: most };
}

/** The solved challenge behind a field `challenge`, or null: wrong, of another route, too late or unreadable are all the same. Never throws. */
export async function readSolved(c: AppContext, route: ChallengedRoute, text: string | undefined): Promise<Solved | null> {
	if (!text) return null;
	if (!c.var.turnstile.siteKey) return readAltcha(c, route, text);
	// Cloudflare lets a token through once only.
	return (await verifyTurnstile(c, route, text)) ? {} : null;
}

async function readAltcha(c: AppContext, route: ChallengedRoute, text: string): Promise<Solved | null> {
	const { success, data: answer } = AltchaAnswerSchema.safeParse(decode(text));
	if (!success) return null;
	const { challenge, solution } = answer;
	const { verified } = await verifySolution({
		challenge,
		solution: { ...solution, time: solution.time ?? 0 },
		deriveKey,
		...(await signingKeys(c)),
	});
	const { route: issuedFor, expires } = challenge.parameters.data;
	if (!verified || issuedFor !== route || expires * 1000 <= now(c.var.settings)) return null;
	return { used: { id: challenge.signature, expiresAt: expires * 1000 } };
}

async function signingKeys(c: AppContext) {
	const { LINK_KEY } = c.var.settings;
	return {
		hmacSignatureSecret: await keyedHash(LINK_KEY, 'challenge'),
		hmacKeySignatureSecret: await keyedHash(LINK_KEY, 'challenge-solution'),
	};
}

function decode(text: string): unknown {
	try {
		return JSON.parse(atob(text));
	} catch {
		return null;
	}
}

type AltchaChallenge = Extract<Challenge, { kind: 'altcha' }>['challenge'];

/** Proof that somebody has done the work, and what to remember so that it serves once. */
interface Solved {
	used?: UsedChallenge;
}
