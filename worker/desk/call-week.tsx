import * as z from 'zod';

import { localeIds, locales } from '#config/locales';
import { support } from '#config/support';
import { requiredOption, requiredText } from '#shared/fields';
import { endingHolidays, openHolidays } from '#shared/holiday-lists';
import { formatTime, zoneLabel } from '#shared/instant';
import { slotRules, slotsBetween } from '#shared/slots';

import { fromForm, readForm } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { insertAudit } from '../db/audit.ts';
import { countSeats } from '../db/callback-seats.ts';
import { closeDay, listClosed, openDay } from '../db/closed-days.ts';
import { invalidField, parseInput } from '../input/input.ts';
import { nudge } from '../requests/messages.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { daysFrom, namedDay, shiftDay, type DeskDay } from './call-days.ts';
import { CallNav, dayName } from './call-lists.tsx';
import { Layout, link, type View } from './layout.tsx';
import { send, viewOf } from './page.tsx';
import { mayOpen } from './roles.ts';
import { deskTimezone, words } from './words.ts';

const weekPath = '/desk/callbacks/week';
/** Where leads change days: a path of its own, since a role opens whole areas. */
const daysPath = '/desk/call-days';
const shownDays = 7;

const DaySchema = z.object({ action: requiredOption(['close', 'open']), day: requiredText(10) });

/** How full the coming days are, and days closed at once. */
export function addCallWeek(desk: App): void {
	desk.get('/callbacks/week', (c) => weekPage(c));
	desk.post('/call-days', (c) => changeDay(c));
}

async function weekPage(c: AppContext): Promise<Response> {
	const days = daysFrom(c.req.query('day'), shownDays, now(c.var.settings));
	const [from, until] = [days[0]?.from ?? 0, days.at(-1)?.until ?? 0];
	const [taken, closed] = await Promise.all([countSeats(c.env.DB, from, until), listClosed(c.env.DB, from, until)]);
	const week = days.map((day) => ({
		...day,
		isClosed: closed.some((range) => range.from < day.until && range.until > day.from),
		slots: slotsOf(day).map((slot) => ({ ...slot, used: taken.get(slot.start) ?? 0 })),
	}));
	return send(c, <Week view={viewOf(c)} week={week} />);
}

async function changeDay(c: AppContext): Promise<Response> {
	const { action, day: date } = parseInput(DaySchema, fromForm(await readForm(c)));
	const day = namedDay(date);
	if (!day) throw invalidField('day', 'INVALID');
	const at = now(c.var.settings);
	const isClosing = action === 'close';
	const statements = isClosing ? closeDay(c.env.DB, { ...day, at }) : [openDay(c.env.DB, day.from)];
	const entry = { at, actor: staffOf(c), action: isClosing ? 'closed' : 'opened', subject: day.date } as const;
	await c.env.DB.batch([...statements, insertAudit(c.env.DB, entry)]);
	if (isClosing) nudge(c);
	return c.redirect(link(viewOf(c), weekPath, { day: day.date }), 303);
}

/** Every start of a day by the hours of any language, whether or not it has passed, with its seats. */
function slotsOf({ from, until }: DeskDay): { start: number; seats: number }[] {
	const slots = new Map<number, number>();
	for (const locale of localeIds)
		for (const { start, seats } of slotsBetween(slotRules(support, locale), from, until))
			slots.set(start, Math.max(seats, slots.get(start) ?? 0));
	return [...slots].map(([start, seats]) => ({ start, seats })).sort((a, b) => a.start - b.start);
}

function Week({ view, week }: { view: View; week: DayOfWeek[] }) {
	const t = words[view.locale];
	const canChange = mayOpen(view.role, daysPath);
	const [first] = week;
	return (
		<Layout view={view} tab="callbacks">
			<h1>{t.week}</h1>
			<CallNav view={view} part="week" />
			<p class="hint">{zoneLabel(locales[view.locale].lang, deskTimezone, view.now)}</p>
			{first && (
				<p class="pages">
					<a href={link(view, weekPath, { day: shiftDay(first, -shownDays) })}>{t.previousWeek}</a>{' '}
					<a href={link(view, weekPath, { day: shiftDay(first, shownDays) })}>{t.nextWeek}</a>
				</p>
			)}
			{endingHolidays(support.holidays, view.now).map(({ id, year }) => (
				<p class="tag held">{t.holidaysEnd.replace('{name}', id).replace('{year}', String(year))}</p>
			))}
			{openHolidays(support.holidays, view.now).map(({ id, year }) => (
				<p class="tag held">{t.holidaysOpen.replace('{name}', id).replace('{year}', String(year))}</p>
			))}
			{!canChange && <p class="hint">{t.leadsOnly}</p>}
			<ol class="items">
				{week.map((day) => (
					<li>
						<Day view={view} day={day} canChange={canChange} />
					</li>
				))}
			</ol>
		</Layout>
	);
}

function Day({ view, day, canChange }: { view: View; day: DayOfWeek; canChange: boolean }) {
	const t = words[view.locale];
	const used = day.slots.reduce((sum, slot) => sum + slot.used, 0);
	const all = day.slots.reduce((sum, slot) => sum + slot.seats, 0);
	return (
		<>
			<h2>
				<a href={link(view, '/desk/callbacks', { day: day.date })}>{dayName(view, day)}</a>
				{day.isClosed && <span class="tag urgent">{t.closedDay}</span>}
			</h2>
			{day.slots.length === 0 ? (
				<p class="meta">{t.closedHours}</p>
			) : (
				<>
					<p class="meta">{t.seatsUsed.replace('{used}', String(used)).replace('{all}', String(all))}</p>
					<ul class="seats" aria-label={t.capacity}>
						{day.slots.map((slot) => (
							<li data-full={slot.used >= slot.seats ? '' : undefined} data-free={slot.used === 0 ? '' : undefined}>
								{formatTime(locales[view.locale].lang, slot.start, deskTimezone)}{' '}
								<strong>
									{slot.used}/{slot.seats}
								</strong>
							</li>
						))}
					</ul>
					{canChange && <ChangeDay view={view} day={day} />}
				</>
			)}
		</>
	);
}

function ChangeDay({ view, day }: { view: View; day: DayOfWeek }) {
	const t = words[view.locale];
	const form = (action: 'close' | 'open', label: string) => (
		<form method="post" action={link(view, daysPath)}>
			<input type="hidden" name="day" value={day.date} />
			<button type="submit" name="action" value={action}>
				{label}
			</button>
		</form>
	);
	if (day.isClosed) return form('open', t.reopenDay);
	return (
		<details>
			<summary>{t.closeDay}</summary>
			<p class="hint">{t.closeDayHint}</p>
			{form('close', t.closeDayDo.replace('{day}', dayName(view, day)))}
		</details>
	);
}

interface DayOfWeek extends DeskDay {
	isClosed: boolean;
	slots: { start: number; seats: number; used: number }[];
}
