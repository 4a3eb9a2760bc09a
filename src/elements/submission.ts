import type { ChallengedRoute } from '#shared/challenge';
import type { Problem } from '#shared/errors';

import { callChallenged } from './challenged-call.ts';

export type Body = Record<string, unknown>;

/** How a write ended: its private link, what the server had to say, or nothing when the answer was lost. */
export interface Outcome {
	url?: string;
	problem?: Problem;
	/** Private link of an earlier version of this write, which did arrive although its answer was lost. */
	earlier?: string;
}

/**
 * One write that must happen once. Its key stays until the server has answered, so that whatever is sent again, changed or
 * not, can never make a second row.
 */
export class Submission {
	#key: string;
	#sent: Body[];

	constructor({ key = crypto.randomUUID(), sent = [] }: { key?: string; sent?: Body[] } = {}) {
		this.#key = key;
		this.#sent = sent;
	}

	/** What has to be kept to go on with it after a reload. */
	get state(): { key: string; sent: Body[] } {
		return { key: this.#key, sent: this.#sent };
	}

	/** Sends it from a form; `place` is where a challenge would be shown. */
	async send(place: HTMLElement, route: ChallengedRoute, body: Body): Promise<Outcome> {
		if (!this.#sent.some((earlier) => saysTheSame(earlier, body))) this.#sent.push(body);
		const answer = await this.#post(place, route, body);
		if (answer.ok) {
			this.#renew();
			return { url: answer.data.url };
		}
		if (!answer.problem) return {};
		const earlier = answer.problem.code === 'CONFLICT' ? await this.#findEarlier(place, route, body) : undefined;
		this.#renew();
		return { problem: answer.problem, ...(earlier ? { earlier } : {}) };
	}

	#post(place: HTMLElement, route: ChallengedRoute, body: Body) {
		const headers = { 'Idempotency-Key': this.#key };
		return callChallenged<{ url: string }>(place, route, { method: 'POST', path: `/api/${route}`, body, headers });
	}

	/** Asks for each version that went out under this key: the one that arrived is answered as the first time. */
	async #findEarlier(place: HTMLElement, route: ChallengedRoute, body: Body): Promise<string | undefined> {
		for (const earlier of this.#sent.filter((sent) => !saysTheSame(sent, body))) {
			const answer = await this.#post(place, route, earlier);
			if (answer.ok) return answer.data.url;
		}
		return undefined;
	}

	/** The server has an opinion: what is sent next is another write. */
	#renew() {
		this.#key = crypto.randomUUID();
		this.#sent = [];
	}
}

/** Whether two versions say the same: in which language, how long somebody typed and what was read before does not count. */
export function saysTheSame(a: Body, b: Body): boolean {
	const ignored = new Set(['elapsedMs', 'articles', 'locale', 'confirmed']);
	const words = (body: Body) =>
		JSON.stringify(
			Object.entries(body)
				.filter(([name]) => !ignored.has(name))
				.sort(([x], [y]) => x.localeCompare(y)),
		);
	return words(a) === words(b);
}
