import { endOfDay } from '#shared/near-time';
import { opening, type OpeningHours } from '#shared/opening';
import { openingSentences, openingWords } from '#shared/opening-words';

import { visitorZone } from './visitor-zone.ts';

/** Timers stand still while a device sleeps, and not every browser tells the page that it woke up: it looks at the clock itself. */
const longestMs = 60_000;
const shown = new Map<HTMLElement, OpeningHours>();
let timer = 0;

/**
 * Says in an element whether its hours are open, right at the minute without reloading: one timer for all of a page waits for
 * the next change. Answers how to stop.
 */
export function keepOpening(element: HTMLElement): () => void {
	if (shown.size === 0) {
		// Timers stop in the background, too, and while a page is kept for "back".
		document.addEventListener('visibilitychange', showAll);
		window.addEventListener('pageshow', showAll);
	}
	shown.set(element, JSON.parse(element.dataset['hours'] ?? '') as OpeningHours);
	showAll();
	return () => {
		shown.delete(element);
		if (shown.size > 0) return;
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', showAll);
		window.removeEventListener('pageshow', showAll);
	};
}

function showAll(): void {
	if (document.hidden) return;
	clearTimeout(timer);
	const now = Date.now();
	const reader = visitorZone();
	const next = Math.min(...[...shown].map(([element, hours]) => show(element, hours, now, reader)));
	// Timers may run a little early.
	timer = window.setTimeout(showAll, Math.min(Math.max(next - now, 0) + 20, longestMs));
}

/** Says it as of `now`; answers when it has to be said anew. */
function show(element: HTMLElement, hours: OpeningHours, now: number, reader: string): number {
	const state = element.querySelector<HTMLElement>('[data-opening]');
	if (!state) return Infinity;
	const { timezone } = hours;
	const found = opening(hours, now);
	const line = { lang: document.documentElement.lang, timezone, zone: state.dataset['zone'] ?? '', reader };
	const words = openingWords(
		openingSentences((name) => state.getAttribute(name)),
		line,
		found,
		now,
	);
	if (state.textContent !== words) state.textContent = words;
	state.classList.toggle('open', found.isOpen);
	state.hidden = false;
	// "09:00" today is "Monday 09:00" the day before, by either clock.
	return Math.min(found.change ?? Infinity, endOfDay(now, timezone), endOfDay(now, reader));
}
