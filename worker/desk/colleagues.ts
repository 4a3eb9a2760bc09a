import type { AppContext } from '../context.ts';
import { listStaff } from '../db/staff.ts';
import { invalidField } from '../input/input.ts';
import { now } from '../settings.ts';
import { dayMs } from '../time.ts';
import { staffOf } from './access.ts';
import { mayOpen } from './roles.ts';

/** Who has not opened the desk for longer is not given work. */
const presentDays = 30;
const most = 200;

/** Names of those who answer requests, whoever asks first among them. */
export async function listColleagues(c: AppContext): Promise<string[]> {
	const staff = await listStaff(c.env.DB, now(c.var.settings) - presentDays * dayMs, most);
	const names = staff.filter(({ role }) => mayOpen(role, '/desk/')).map(({ name }) => name);
	const me = staffOf(c);
	return [me, ...names.filter((name) => name !== me).toSorted((one, other) => one.localeCompare(other))];
}

/** Somebody that work can be given to, by name. Throws `INVALID` for anybody else. */
export async function knownColleague(c: AppContext, name: string): Promise<string> {
	if ((await listColleagues(c)).includes(name)) return name;
	throw invalidField('to', 'UNKNOWN_OPTION');
}
