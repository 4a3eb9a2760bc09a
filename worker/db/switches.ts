import type { SwitchedForm } from '#shared/switches';

const shownEvents = 20;

/** Turns a form on or off and says so in the log; what changes nothing leaves no event. */
export async function setSwitch(db: D1Database, form: SwitchedForm, state: 'on' | 'off', at: number): Promise<void> {
	const isOff = state === 'off';
	await db.batch([
		db
			.prepare(
				`INSERT INTO switch_events (at, form, state)
				SELECT ?2, ?1, ?3 WHERE (SELECT COUNT(*) FROM switched_off WHERE form = ?1) = ?4`,
			)
			.bind(form, at, state, isOff ? 0 : 1),
		isOff
			? db.prepare('INSERT INTO switched_off (form, since) VALUES (?1, ?2) ON CONFLICT (form) DO NOTHING').bind(form, at)
			: db.prepare('DELETE FROM switched_off WHERE form = ?1').bind(form),
	]);
}

/** Whether a form is switched off. */
export async function isSwitchedOff(db: D1Database, form: SwitchedForm): Promise<boolean> {
	return (await db.prepare('SELECT 1 FROM switched_off WHERE form = ?1').bind(form).first()) !== null;
}

/** Forms that are off, since when, and the last changes, newest first. */
export async function listSwitches(db: D1Database): Promise<Switches> {
	const [off, events] = await db.batch([
		db.prepare('SELECT form, since FROM switched_off'),
		db.prepare('SELECT at, form, state FROM switch_events ORDER BY id DESC LIMIT ?1').bind(shownEvents),
	]);
	return { off: (off?.results ?? []) as Switches['off'], events: (events?.results ?? []) as Switches['events'] };
}

export interface Switches {
	off: { form: SwitchedForm; since: number }[];
	events: { at: number; form: SwitchedForm; state: 'on' | 'off' }[];
}
