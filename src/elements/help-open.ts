/** What shows that somebody is there, or is back. */
const touches = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin', 'visibilitychange', 'pageshow'] as const;
/** Timers stand still while a device sleeps. */
const longestMs = 60_000;

/**
 * A channel's hours. The script that says whether it is open comes at once; where the server has said it and the page has much
 * else to load, with the first touch, and before the state changes.
 */
class HelpOpen extends HTMLElement {
	#stop: (() => void) | undefined;

	connectedCallback() {
		if (!this.dataset['hours']) return;
		const change = Number(this.querySelector('[data-change]')?.getAttribute('data-change') ?? 0);
		if ('wait' in this.dataset && change > Date.now()) this.#wait(change);
		else void this.#start();
	}

	disconnectedCallback() {
		this.#stop?.();
	}

	#wait(change: number) {
		const waiting = new AbortController();
		let timer = 0;
		const start = (event?: Event) => {
			// Nobody looks, or the page has only just come.
			if (document.hidden || (event?.type === 'pageshow' && !(event as PageTransitionEvent).persisted)) return;
			this.#stop?.();
			void this.#start();
		};
		const sleep = () => {
			const left = change - Date.now();
			if (left > 0) timer = window.setTimeout(sleep, Math.min(left, longestMs));
			else start();
		};
		sleep();
		for (const touch of touches) window.addEventListener(touch, start, { passive: true, signal: waiting.signal });
		this.#stop = () => {
			clearTimeout(timer);
			waiting.abort();
		};
	}

	async #start() {
		const script = await import('./opening-clock.ts').catch(() => null);
		if (script && this.isConnected) this.#stop = script.keepOpening(this);
	}
}

customElements.define('help-open', HelpOpen);
