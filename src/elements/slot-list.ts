import type { Slot } from '#shared/callbacks';
import { zoneLabel } from '#shared/instant';
import { slotPieces } from '#shared/slot-pieces';
import { breakable, planSlots, type Choice, type Day, type Holidays, type PlanOptions } from '#shared/slot-plan';
import { wallClock } from '#shared/zoned';

import { callApi } from './api.ts';

/** From this width on a week's days stand side by side. */
const wide = '(min-width: 48rem)';

/**
 * Fetches and shows the free times in a zone, those `nearest` to a full one first; what was chosen stays chosen if it is still
 * free. Answers what there is to say, or null when the times cannot be had.
 */
export async function loadSlots(
	element: HTMLElement,
	timezone: string,
	nearest: readonly string[] = [],
): Promise<string[] | null> {
	const slots = await fetchSlots(element, timezone);
	const list = element.querySelector<HTMLElement>('[data-list="slots"]');
	if (!list) return [];
	if (!slots) return null;
	const chosen = list.querySelector<HTMLInputElement>('input:checked')?.value;
	const isAnyFree = slots.some(({ remaining }) => remaining > 0);
	const words = (word: string) => list.getAttribute(`data-word-${word}`) ?? '';
	list.replaceChildren(...(isAnyFree ? slotList(slots, planOptions(element, timezone, nearest), words) : []));
	// The last one: a suggested time stands in its day, too.
	const again = [...list.querySelectorAll<HTMLInputElement>('input')].findLast(({ value }) => value === chosen);
	if (again) again.checked = true;
	foldDays(list);
	for (const summary of list.querySelectorAll('summary')) summary.setAttribute('aria-describedby', 'slot-keys');
	nameZone(element, timezone);
	return [isAnyFree ? 'some' : 'none'];
}

function planOptions({ dataset }: HTMLElement, timezone: string, nearest: readonly string[]): PlanOptions {
	const holidays = JSON.parse(dataset['holidays'] ?? '') as Holidays;
	return { lang: document.documentElement.lang, timezone, nearest, holidays, now: Date.now(), days: Number(dataset['days']) };
}

/** All times as far ahead as one can book, in as many pieces as the API gives them; null when one of them is missing. */
async function fetchSlots({ dataset }: HTMLElement, timezone: string): Promise<Slot[] | null> {
	const pieces = slotPieces(Number(dataset['days']), wallClock(Date.now(), timezone).date);
	const answers = await Promise.all(
		pieces.map(({ days, ...from }) => {
			const query = new URLSearchParams({ locale: dataset['locale'] ?? '', days: String(days), timezone, ...from });
			return callApi<{ slots: Slot[] }>('GET', `/api/callbacks/slots?${query}`);
		}),
	);
	const pages = answers.flatMap((answer) => (answer.ok ? [answer.data.slots] : []));
	return pages.length === pieces.length ? pages.flat() : null;
}

/** The times to choose from, as `worker/callbacks/slot-list.ts` writes them for readers without script. */
function slotList(slots: readonly Slot[], plan: PlanOptions, words: SlotWords): HTMLElement[] {
	const { suggested, reason, weeks } = planSlots(slots, plan);
	const blocks = weeks.map((days) => block('slot-week', ...days.map((day) => dayOf(day, words))));
	return suggested.length > 0 ? [suggestedOf(suggested, words(reason), words), ...blocks] : blocks;
}

function nameZone(element: HTMLElement, timezone: string): void {
	const field = element.closest('form')?.querySelector<HTMLInputElement>('[name="timezone"]');
	if (field) field.value = timezone;
	const zone = element.querySelector('[data-fill="timezone"]');
	if (zone) zone.textContent = zoneLabel(document.documentElement.lang, timezone, Date.now());
}

/** Folds the days of a narrow page up, but the first and the one that is chosen. */
function foldDays(list: HTMLElement): void {
	if (matchMedia(wide).matches) return;
	const [, ...others] = list.querySelectorAll<HTMLDetailsElement>('details.slot-day');
	for (const day of others) day.open = day.querySelector('input:checked') !== null;
}

function suggestedOf(choices: readonly Choice[], legend: string, words: SlotWords): HTMLElement {
	const grid = block('slot-grid', ...choices.map((choice) => choiceOf(choice, words, choice.day)));
	return fieldset('slot-suggested', legend, grid);
}

function dayOf({ label, free, none, holiday = '' }: Day, words: SlotWords): HTMLElement {
	const name = text('slot-label', breakable(label));
	if (none) return block('slot-day', name, text('slot-none', words(none).replace('{name}', holiday)));
	const day = document.createElement('details');
	day.className = 'slot-day';
	day.open = true;
	const summary = document.createElement('summary');
	summary.append(name, text('slot-free', words('free').replace('{count}', String(free.length))));
	const grid = block('slot-grid', ...free.map((choice) => choiceOf(choice, words)));
	grid.role = 'group';
	grid.ariaLabel = label;
	day.append(summary, grid);
	return day;
}

function choiceOf({ start, time, load }: Choice, words: SlotWords, day?: string): HTMLElement {
	const label = document.createElement('label');
	label.className = 'slot';
	label.dataset['load'] = load;
	const input = document.createElement('input');
	input.type = 'radio';
	input.name = 'slot';
	input.required = true;
	input.value = start;
	label.append(input);
	if (day) label.append(text('slot-date', day));
	label.append(text('slot-time', time), text('slot-load', words(load)));
	return label;
}

function fieldset(name: string, label: string, inside: HTMLElement): HTMLElement {
	const element = document.createElement('fieldset');
	element.className = name;
	const legend = document.createElement('legend');
	legend.textContent = label;
	element.append(legend, inside);
	return element;
}

function block(name: string, ...children: HTMLElement[]): HTMLElement {
	const element = document.createElement('div');
	element.className = name;
	element.append(...children);
	return element;
}

function text(name: string, words: string): HTMLElement {
	const element = document.createElement('span');
	element.className = name;
	element.textContent = words;
	return element;
}

type SlotWords = (word: string) => string;
