import { visitorZone } from './visitor-zone.ts';

/**
 * The times at which we can call, in the visitor's own time zone. Replaces what the server filled in, which is in the
 * zone of the desk; the hidden `timezone` of the form follows.
 */
export class HelpSlots extends HTMLElement {
	connectedCallback() {
		for (const retry of this.querySelectorAll('[data-retry]')) retry.addEventListener('click', () => void this.load());
		this.addEventListener('keydown', (event) => this.#enterDay(event));
		// On the private page the times are asked for only when somebody wants to move a call.
		if (!this.closest('[hidden]')) void this.load();
	}

	/** Fetches and shows the free times, those `nearest` (starts) to a full one first. */
	async load(nearest: readonly string[] = []): Promise<void> {
		this.#show('loading');
		const script = await import('./slot-list.ts').catch(() => null);
		const states = script ? await script.loadSlots(this, visitorZone(), nearest) : null;
		// Times that the server filled in, or that came before, are still better than none.
		this.#show(...(states ?? (this.querySelector('input') ? ['old', 'some'] : ['failed'])));
	}

	/** From a day to its times: all days are one group of radio buttons, of which Tab finds no more than the chosen one. */
	#enterDay(event: KeyboardEvent) {
		if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLElement)) return;
		const day = event.target.closest('summary')?.parentElement;
		if (!(day instanceof HTMLDetailsElement)) return;
		event.preventDefault();
		day.open = true;
		day.querySelector('input')?.focus();
	}

	#show(...states: string[]) {
		for (const block of this.querySelectorAll<HTMLElement>('[data-show]')) {
			block.hidden = !states.some((state) => block.dataset['show'] === `slots:${state}`);
		}
	}
}

customElements.define('help-slots', HelpSlots);
