import type { Load, Slot } from '#shared/callbacks';

import { callApi } from './api.ts';
import { visitorZone } from './visitor-zone.ts';

/**
 * The times at which we can call, in the visitor's own time zone. Replaces what the server filled in, which is in the
 * zone of the desk; the hidden `timezone` of the form follows.
 */
export class HelpSlots extends HTMLElement {
	#timezone = visitorZone();

	connectedCallback() {
		this.querySelector('[data-retry]')?.addEventListener('click', () => void this.load());
		// On the private page the times are asked for only when somebody wants to move a call.
		if (!this.closest('[hidden]')) void this.load();
	}

	/** Fetches and shows the free times; what was chosen stays chosen if it is still free. */
	async load(): Promise<void> {
		this.#show('loading');
		const query = new URLSearchParams({ locale: this.dataset['locale'] ?? '', days: '14', timezone: this.#timezone });
		const answer = await callApi<{ slots: Slot[] }>('GET', `/api/callbacks/slots?${query}`);
		if (!answer.ok) {
			// Times that the server filled in are still good.
			this.#show('failed', this.querySelector('[data-list="slots"]')?.childElementCount ? 'some' : '');
			return;
		}
		const free = answer.data.slots.filter(({ remaining }) => remaining > 0);
		this.#render(free);
		this.#show(free.length > 0 ? 'some' : 'none');
	}

	#render(slots: readonly Slot[]) {
		const list = this.querySelector<HTMLElement>('[data-list="slots"]');
		if (!list) return;
		const chosen = list.querySelector<HTMLInputElement>('input:checked')?.value;
		const lang = document.documentElement.lang;
		const day = new Intl.DateTimeFormat(lang, { timeZone: this.#timezone, weekday: 'long', month: 'long', day: 'numeric' });
		const time = new Intl.DateTimeFormat(lang, {
			timeZone: this.#timezone,
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		});
		const days = new Map<string, Slot[]>();
		for (const slot of slots) {
			const key = day.format(new Date(slot.start));
			days.set(key, [...(days.get(key) ?? []), slot]);
		}
		list.replaceChildren(
			...[...days].map(([label, daySlots]) => {
				const fieldset = document.createElement('fieldset');
				fieldset.className = 'slot-day';
				const legend = document.createElement('legend');
				legend.textContent = label;
				const grid = document.createElement('div');
				grid.className = 'slot-grid';
				grid.append(...daySlots.map((slot) => this.#choice(slot, time.format(new Date(slot.start)), slot.start === chosen)));
				fieldset.append(legend, grid);
				return fieldset;
			}),
		);
		const form = this.closest('form');
		const field = form?.querySelector<HTMLInputElement>('[name="timezone"]');
		if (field) field.value = this.#timezone;
		const zone = this.querySelector('[data-fill="timezone"]');
		if (zone) zone.textContent = this.#zoneName(lang);
	}

	#choice({ start, load }: Slot, time: string, isChosen: boolean): HTMLLabelElement {
		const label = document.createElement('label');
		label.className = 'slot';
		label.dataset['load'] = load;
		const input = document.createElement('input');
		input.type = 'radio';
		input.name = 'slot';
		input.required = true;
		input.value = start;
		input.checked = isChosen;
		label.append(input, span('slot-time', time));
		const word = this.#word(load);
		if (word) label.append(span('slot-load', word));
		return label;
	}

	#word(load: Load): string {
		return this.getAttribute(`data-word-${load}`) ?? '';
	}

	#zoneName(lang: string): string {
		const parts = new Intl.DateTimeFormat(lang, { timeZone: this.#timezone, timeZoneName: 'long' }).formatToParts(new Date());
		const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
		if (!name) return this.#timezone;
		return lang.startsWith('zh') ? `${name}（${this.#timezone}）` : `${name} (${this.#timezone})`;
	}

	#show(...states: string[]) {
		for (const block of this.querySelectorAll<HTMLElement>('[data-show]')) {
			block.hidden = !states.some((state) => block.dataset['show'] === `slots:${state}`);
		}
	}
}

function span(name: string, text: string): HTMLSpanElement {
	const element = document.createElement('span');
	element.className = name;
	element.textContent = text;
	return element;
}

customElements.define('help-slots', HelpSlots);
