import type { Settings } from '../settings.ts';

/** What people at the desk may be: agents answer, leads also measure and switch, writers read what readers say about articles. */
export const roles = ['agent', 'lead', 'writer'] as const;

const answering: readonly Role[] = ['agent', 'lead'];
const leading: readonly Role[] = ['lead'];
const everybody: readonly Role[] = roles;

/** Who may open what, by the first part of a path below `/desk/`. What is not named here does not exist for anybody. */
const areas: Readonly<Record<string, readonly Role[]>> = {
	'': answering,
	requests: answering,
	counts: answering,
	files: answering,
	articles: answering,
	blocked: answering,
	callbacks: answering,
	outbox: answering,
	routing: answering,
	mailbox: answering,
	votes: everybody,
	comments: everybody,
	searches: everybody,
	'call-days': leading,
	'blocked-numbers': leading,
	reports: ['lead', 'writer'],
	exports: leading,
	erase: leading,
	switches: leading,
	audit: leading,
};

/** Where somebody starts who may not open the queue. */
export const homeOf = { agent: '/desk/', lead: '/desk/', writer: '/desk/reports/' } as const satisfies Record<Role, string>;

/** Roles that may open a path of the desk; none for a path that nobody has declared. */
export function rolesFor(path: string): readonly Role[] {
	const area = /^\/desk\/([^/]*)/.exec(path)?.[1] ?? '';
	return Object.hasOwn(areas, area) ? (areas[area] ?? []) : [];
}

/** Whether a role may open a path of the desk. */
export function mayOpen(role: Role | undefined, path: string): boolean {
	return role !== undefined && rolesFor(path).includes(role);
}

/** The role of somebody whom Access lets in. A lead who also stands among the writers is a lead. */
export function roleOf({ DESK_LEADS = [], DESK_WRITERS = [] }: Settings, email: string): Role {
	const address = email.toLowerCase();
	if (DESK_LEADS.includes(address)) return 'lead';
	return DESK_WRITERS.includes(address) ? 'writer' : 'agent';
}

export type Role = (typeof roles)[number];
