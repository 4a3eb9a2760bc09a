const touches = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;

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
		const start = () => {
			this.#stop?.();
			void this.#start();
		};
		const timer = window.setTimeout(start, Math.min(change - Date.now(), 2 ** 31 - 1));
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
