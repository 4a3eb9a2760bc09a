import type { Role } from '../desk/roles.ts';

/** Not every page that somebody opens is worth a write. */
export const noteMs = 3_600_000;

/** Notes that somebody of the staff was here; at most once an hour, or when the role is another one. */
export async function noteStaff(db: D1Database, { name, role }: Staff, at: number): Promise<void> {
	await db
		.prepare(
			`INSERT INTO staff (email, role, first_seen, last_seen) VALUES (?1, ?2, ?3, ?3)
			ON CONFLICT (email) DO UPDATE SET role = excluded.role, last_seen = excluded.last_seen
			WHERE last_seen <= excluded.last_seen - ?4 OR role <> excluded.role`,
		)
		.bind(name, role, at, noteMs)
		.run();
}

/** Whoever has opened the desk since an instant (epoch milliseconds), the last seen first. */
export async function listStaff(db: D1Database, since: number, limit: number): Promise<SeenStaff[]> {
	const { results } = await db
		.prepare(
			`SELECT email AS name, role, first_seen AS firstSeen, last_seen AS lastSeen FROM staff
			WHERE last_seen >= ?1 ORDER BY last_seen DESC LIMIT ?2`,
		)
		.bind(since, limit)
		.all<SeenStaff>();
	return results;
}

export interface Staff {
	/** E-mail address; locally a chosen name. */
	name: string;
	role: Role;
}

export interface SeenStaff extends Staff {
	firstSeen: number;
	lastSeen: number;
}
