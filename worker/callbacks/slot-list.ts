import type { Slot } from '#shared/callbacks';
import { breakable, planSlots, type Choice, type Day, type PlanOptions } from '#shared/slot-plan';

import { markup, type Markup } from '../pages/markup.ts';

type Word = (key: string) => string;

/**
 * The times to choose from as radio buttons: quieter ones first, then the days, folded up but for the first one that has any and
 * the one that is chosen; the same markup as `src/elements/slot-list.ts`.
 */
export function slotList(slots: readonly Slot[], plan: PlanOptions, chosen?: string) {
	const { suggested, reason, weeks } = planSlots(slots, plan);
	const first = weeks.flat().find(({ none }) => !none);
	return (word: Word) => {
		const show = (day: Day) => dayOf(day, word, { chosen, isFirst: day === first });
		const blocks = weeks.map((days) => markup`<div class="slot-week">${days.map(show)}</div>`);
		return markup`${suggested.length > 0 ? [suggestedOf(suggested, reason, word)] : []}${blocks}`.html;
	};
}

/** None of them is checked: the same time stands in its day, too. */
function suggestedOf(choices: readonly Choice[], reason: string, word: Word): Markup {
	const grid = choices.map((choice) => choiceOf(choice, word, undefined, choice.day));
	return fieldset('slot-suggested', word(reason), markup`<div class="slot-grid">${grid}</div>`);
}

function dayOf({ label, free, none, holiday = '' }: Day, word: Word, { chosen, isFirst }: Shown): Markup {
	const name = markup`<span class="slot-label">${breakable(label)}</span>`;
	if (none) {
		const reason = word(none).replace('{name}', holiday);
		return markup`<div class="slot-day">${name}<span class="slot-none">${reason}</span></div>`;
	}
	const count = word('free').replace('{count}', String(free.length));
	const summary = markup`<summary>${name}<span class="slot-free">${count}</span></summary>`;
	const grid = free.map((choice) => choiceOf(choice, word, chosen));
	const group = markup`<div class="slot-grid" role="group" aria-label="${label}">${grid}</div>`;
	const isOpen = isFirst || free.some(({ start }) => start === chosen);
	return markup`<details class="slot-day"${isOpen ? ' open' : ''}>${summary}${group}</details>`;
}

function choiceOf({ start, time, load }: Choice, word: Word, chosen: string | undefined, day?: string): Markup {
	const input = markup`<input type="radio" name="slot" value="${start}" required${start === chosen ? ' checked' : ''}>`;
	const date = day ? [markup`<span class="slot-date">${day}</span>`] : [];
	const label = markup`<span class="slot-time">${time}</span><span class="slot-load">${word(load)}</span>`;
	return markup`<label class="slot" data-load="${load}">${input}${date}${label}</label>`;
}

function fieldset(name: string, label: string, inside: Markup): Markup {
	return markup`<fieldset class="${name}"><legend>${label}</legend>${inside}</fieldset>`;
}

interface Shown {
	/** Start that was chosen before. */
	chosen: string | undefined;
	isFirst: boolean;
}
