import * as z from 'zod';

import { timeOfDay, weekdays } from './hours-schema.ts';

const localMinute = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'write a date and time as YYYY-MM-DDTHH:MM')
	.refine((text) => isDay(text.slice(0, 10)), 'there is no such day');

/** A part of some weekdays, or of every day. */
const DayPartSchema = z.strictObject({ days: z.array(z.enum(weekdays)).min(1).optional(), from: timeOfDay, to: timeOfDay });
type DayPart = z.output<typeof DayPartSchema>;

/** How calls can be booked. All times are those of the line's own zone. */
export const CallbackConfigSchema = z
	.strictObject({
		slotMinutes: z.int().min(5).max(120),
		/** Calls that can be made at the same time, however many agents there are. */
		capacity: z.int().min(1).max(50),
		/** Agents on duty, where no shift says otherwise. */
		agents: z.int().min(0).max(50),
		/** Calls that one agent makes in one slot. */
		perAgent: z.int().min(1).max(10).default(1),
		/** Agents on duty at other times. */
		shifts: z.array(DayPartSchema.extend({ agents: z.int().min(0).max(50) })).default([]),
		/** Shortest notice, in minutes. */
		leadMinutes: z.int().min(0),
		/** How far ahead one can book, in days. */
		horizonDays: z.int().min(1).max(60),
		/** Times without calls although the line is open, such as a training. */
		blackouts: z.array(z.strictObject({ from: localMinute, to: localMinute })).default([]),
		/** When it is usually busier or quieter than normal, until enough calls have been counted to know. */
		load: z.array(DayPartSchema.extend({ load: z.enum(['quiet', 'busy']) })),
	})
	.check((ctx) => {
		const fail = (message: string) => ctx.issues.push({ code: 'custom', input: ctx.value, message });
		for (const name of ['shifts', 'load'] as const) {
			const parts: readonly DayPart[] = ctx.value[name];
			for (const { from, to } of parts) if (from >= to) fail(`${name}: ${from}–${to} must end after it starts`);
			for (const [a, b] of overlapping(parts)) fail(`${name}: ${a.from}–${a.to} overlaps with ${b.from}–${b.to}`);
		}
		for (const { from, to } of ctx.value.blackouts) if (from >= to) fail(`blackouts: ${from} to ${to} must end after it starts`);
		const sorted = ctx.value.blackouts.toSorted((a, b) => (a.from < b.from ? -1 : 1));
		for (const [index, { from, to }] of sorted.entries()) {
			const next = sorted[index + 1];
			if (next && next.from < to) fail(`blackouts: ${from} to ${to} overlaps with ${next.from} to ${next.to}`);
		}
	});

function isDay(date: string): boolean {
	return !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
}

function overlapping(parts: readonly DayPart[]): [DayPart, DayPart][] {
	return parts.flatMap((a, index) =>
		parts
			.slice(index + 1)
			.filter((b) => a.from < b.to && b.from < a.to && (!a.days || !b.days || a.days.some((day) => b.days?.includes(day))))
			.map((b): [DayPart, DayPart] => [a, b]),
	);
}
