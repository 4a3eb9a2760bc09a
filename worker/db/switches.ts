import type { SwitchedForm } from '#shared/switches';

const shownEvents = 20;

/** Turns a form on or off and says so in both logs; what changes nothing leaves no event. */
export async function setSwitch(db: D1Database, { form, state, actor, at }: SwitchChange): Promise<void> {
	const isOff = state === 'off';
	const isChange = `(SELECT COUNT(*) FROM switched_off WHERE form = ?1) = ?2`;
	const before = isOff ? 0 : 1;
	await db.batch([
		db
			.prepare(`INSERT INTO switch_events (at, form, state, actor) SELECT ?3, ?1, ?4, ?5 WHERE ${isChange}`)
			.bind(form, before, at, state, actor),
		db
			.prepare(`INSERT INTO audit_log (at, actor, action, subject) SELECT ?3, ?5, 'switched', ?1 || ':' || ?4 WHERE ${isChange}`)
			.bind(form, before, at, state, actor),
		isOff
			? db.prepare('INSERT INTO switched_off (form, since) VALUES (?1, ?2) ON CONFLICT (form) DO NOTHING').bind(form, at)
			: db.prepare('DELETE FROM switched_off WHERE form = ?1').bind(form),
	]);
}

/**
 * Statements that go past a switch, for one batch: it is laid aside and put back inside of the transaction, so that nobody else ever
 * finds the form on. A switch is there for floods of strangers, and its trigger cannot tell them from staff.
 */
export function pastSwitch(
	db: D1Database,
	form: SwitchedForm,
	statements: readonly D1PreparedStatement[],
): D1PreparedStatement[] {
	const aside = `past:${form}`;
	return [
		db
			.prepare(`INSERT INTO switch_events (at, form, state) SELECT since, ?2, 'off' FROM switched_off WHERE form = ?1`)
			.bind(form, aside),
		db.prepare('DELETE FROM switched_off WHERE form = ?1').bind(form),
		...statements,
		db.prepare('INSERT INTO switched_off (form, since) SELECT ?1, at FROM switch_events WHERE form = ?2').bind(form, aside),
		db.prepare('DELETE FROM switch_events WHERE form = ?1').bind(aside),
	];
}

/** The forms that are switched off. */
export async function findSwitchedOff(db: D1Database): Promise<Set<SwitchedForm>> {
	const { results } = await db.prepare('SELECT form FROM switched_off').all<{ form: SwitchedForm }>();
	return new Set(results.map(({ form }) => form));
}

/** Forms that are off, since when, and the last changes, newest first. */
export async function listSwitches(db: D1Database): Promise<Switches> {
	const [off, events] = await db.batch([
		db.prepare('SELECT form, since FROM switched_off'),
		db.prepare('SELECT at, form, state, actor FROM switch_events ORDER BY id DESC LIMIT ?1').bind(shownEvents),
	]);
	return { off: (off?.results ?? []) as Switches['off'], events: (events?.results ?? []) as Switches['events'] };
}

export interface Switches {
	off: { form: SwitchedForm; since: number }[];
	/** Who did it is not known of the oldest ones. */
	events: { at: number; form: SwitchedForm; state: 'on' | 'off'; actor: string | null }[];
}

export interface SwitchChange {
	form: SwitchedForm;
	state: 'on' | 'off';
	/** Who of the staff. */
	actor: string;
	at: number;
}
