import { callerOf } from '#shared/call-facts';
import type { CallbackView } from '#shared/callbacks';
import { callLateMinutes, callWatchMinutes, callWatchSeconds } from '#shared/limits';

import type { Answer } from './api.ts';

const minuteMs = 60_000;
/** How often a page looks while no call is due: staff may ask for another time. */
const idleMs = 5 * minuteMs;
/** From so many lost answers in a row on, the page no longer knows what it says about callers. */
const lostAnswers = 2;
/** How often it then looks while no call is due. */
const lostMs = 30_000;

/** Looks again and again how a booked call stands: often while it is due, rarely before, never after. */
export class CallWatch {
	readonly #watcher: Watcher;
	#view: CallbackView | undefined;
	#timer = 0;
	#wordsTimer = 0;
	/** How far the server's clock is ahead of this one: who is minutes off would miss the words. */
	#ahead = 0;
	/** Answers lost in a row. */
	#lost = 0;

	constructor(watcher: Watcher) {
		this.#watcher = watcher;
		// A page that lies in the background is not asked; it looks as soon as somebody looks at it.
		document.addEventListener('visibilitychange', () => {
			if (!document.hidden && this.#view && !this.#view.isOver) void this.look();
		});
		window.addEventListener('online', () => this.#lost > 0 && void this.look());
	}

	/** The call as it was shown last. */
	get view(): CallbackView | undefined {
		return this.#view;
	}

	/** Goes on from a call as it is shown now. */
	follow(view: CallbackView): void {
		if (view.now !== this.#view?.now) this.#ahead = Date.parse(view.now) - Date.now();
		this.#view = view;
		this.#wait();
		this.#waitForWords(view);
	}

	stop(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#wordsTimer);
		this.#view = undefined;
		this.#lost = 0;
	}

	/** Something else was answered: the server can be reached. */
	reached(): void {
		this.#lost = 0;
	}

	/** Who calls, as far as it is known: without answers only words that live still hold. */
	callerOf(view: CallbackView): Caller {
		const caller = callerOf(view);
		return this.#lost < lostAnswers || caller === 'words' || view.isOver ? caller : 'unknown';
	}

	async look(): Promise<void> {
		const before = this.#view;
		if (document.hidden || !before) {
			this.#wait();
			return;
		}
		const answer = await this.#watcher.load();
		// Another link was opened, or something was done, while this was on its way.
		if (this.#view !== before) return;
		if (!answer.ok && answer.problem?.code === 'NOT_FOUND') {
			this.#watcher.missing();
			return;
		}
		const was = this.callerOf(before);
		this.#lost = answer.ok ? 0 : this.#lost + 1;
		const view = answer.ok ? answer.data : before;
		if (isSame(view, before) && this.callerOf(view) === was) this.#wait();
		else this.#watcher.changed(view, was);
	}

	#wait() {
		clearTimeout(this.#timer);
		const view = this.#view;
		if (!view || view.isOver) return;
		const from = Date.parse(view.slot) - callWatchMinutes * minuteMs;
		const until = Date.parse(view.end) + callLateMinutes * minuteMs;
		const time = this.#time;
		const isDue = view.state === 'calling' || (view.state !== 'offered' && from <= time && time < until);
		const idle = Math.min(this.#lost > 0 ? lostMs : idleMs, time < from ? Math.max(1000, from - time) : idleMs);
		const wait = isDue || (this.#lost > 0 && this.#lost < lostAnswers) ? callWatchSeconds * 1000 : idle;
		this.#timer = window.setTimeout(() => void this.look(), wait);
	}

	/** Words go when their time is over, also when the network is lost by then. */
	#waitForWords(view: CallbackView) {
		clearTimeout(this.#wordsTimer);
		const { isHere, words, until } = view.proof;
		if (!words || !until) return;
		const end = () => {
			this.#watcher.changed({ ...view, proof: { isHere, isLive: false } }, 'words');
			void this.look();
		};
		this.#wordsTimer = window.setTimeout(end, Math.max(0, Date.parse(until) - this.#time));
	}

	/** By the server's clock. */
	get #time(): number {
		return Date.now() + this.#ahead;
	}
}

/** Whether nothing has changed but the time. */
function isSame(view: CallbackView, before: CallbackView): boolean {
	return JSON.stringify({ ...view, now: '' }) === JSON.stringify({ ...before, now: '' });
}

/** Who calls; `unknown` while the page does not reach us. */
export type Caller = ReturnType<typeof callerOf> | 'unknown';

/** Whoever shows the call. */
interface Watcher {
	load: () => Promise<Answer<CallbackView>>;
	/** It is not as it was shown, or it is not known any more who calls; `was` is who did. */
	changed: (view: CallbackView, was: Caller) => void;
	/** It is not there any more: somebody has erased it elsewhere. */
	missing: () => void;
}
