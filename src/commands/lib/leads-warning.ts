/**
 * What to say when nobody leads the desk, which is allowed but seldom meant; null when somebody does. `secrets` is what
 * `wrangler secret list` answers in JSON: a setting may stand there or among the variables.
 */
export function leadsWarning(vars: Record<string, unknown> | undefined, secrets: string): string | null {
	if (vars?.['DESK_LEADS'] || namesOf(secrets).includes('DESK_LEADS')) return null;
	return [
		'DESK_LEADS is not set: nobody can switch forms off, read reports and the log, export, or delete a request at the desk.',
		'Name who leads: npx wrangler secret put DESK_LEADS --env production',
	].join('\n  ');
}

/** None where nothing could be listed, as before the first deployment: said once too often is better than never. */
function namesOf(secrets: string): string[] {
	try {
		const listed: unknown = JSON.parse(secrets);
		return Array.isArray(listed) ? listed.map((secret: { name?: unknown } | null) => String(secret?.name)) : [];
	} catch {
		return [];
	}
}
