/** Open requests beside the closed ones. */
export const openRequests = 500;
const dayMs = 86_400_000;

/**
 * Statements that fill an empty database with closed requests of the last year, each with its events, messages, terms, mails and
 * rating, and with 500 open ones of the last two days. `now` is in epoch milliseconds.
 */
export function requestRows(closed: number, now: number): string[] {
	const all = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${closed + openRequests})`;
	const at = `(CASE WHEN i <= ${closed} THEN ${now - 365 * dayMs} + i * ${Math.floor((363 * dayMs) / closed)} ELSE ${now - 2 * dayMs} + i % 1000 * 100000 END)`;
	const reference = `printf('R-%05d-%05d', i / 1000, i % 1000)`;
	const isClosed = `i <= ${closed}`;
	return [
		`INSERT INTO requests (reference, state, locale, topic, urgent, name, email, message, created_at, team, assignee, updated_at,
			first_reply_at, ended_at, number, rule, priority, due_at)
		${all} SELECT ${reference}, CASE WHEN ${isClosed} THEN 'closed' ELSE 'received' END, iif(i % 2, 'en', 'zh-cn'),
			CASE i % 5 WHEN 0 THEN 'safety' WHEN 1 THEN 'deposits' WHEN 2 THEN 'frozen' WHEN 3 THEN 'other' ELSE 'transactions' END, i % 9 = 0,
			'Ada', 'ada.' || i / 5 || '@example.com', 'My transfer number ' || i || ' has not arrived since yesterday 转账没到账', ${at}, 'support',
			CASE WHEN ${isClosed} THEN 'lin@example.com' WHEN i % 3 THEN NULL ELSE 'local' END, ${at},
			CASE WHEN ${isClosed} THEN ${at} + 600000 END, CASE WHEN ${isClosed} THEN ${at} + 86400000 END, i, 'everything-else', i % 3, ${at} + 3600000
		FROM n`,
		...['received', 'answered', 'solved', 'closed'].map(
			(event, nth) =>
				`INSERT INTO request_events (reference, at, event) ${all} SELECT ${reference}, ${at} + ${nth}, '${event}' FROM n WHERE ${nth} = 0 OR ${isClosed}`,
		),
		...['staff', 'person'].map(
			(author) =>
				`INSERT INTO request_messages (reference, author, body, created_at) ${all} SELECT ${reference}, '${author}', 'Which network was it?', ${at} FROM n WHERE ${isClosed}`,
		),
		`INSERT INTO request_ratings (reference, speed, expertise, solution, tone, created_at) ${all}
			SELECT ${reference}, 1 + i % 5, 4, 5, 5, ${at} FROM n WHERE ${isClosed} AND i % 3 = 0`,
		`INSERT INTO outbox (dedupe_key, channel, kind, reference, locale, state, attempts, due_at, created_at, sent_at)
			${all} SELECT 'acknowledgement.' || ${reference}, 'mail', 'acknowledgement', ${reference}, 'en', 'sent', 1, ${at}, ${at}, ${at} FROM n`,
		...['transfer', 'arrived', 'since', '转账', '没到', '到账'].map(
			(term) => `INSERT INTO request_terms (term, number) ${all} SELECT '${term}', i FROM n`,
		),
		`INSERT INTO request_terms (term, number) ${all} SELECT 'number' || i, i FROM n`,
		`INSERT INTO audit_log (at, actor, action, subject) ${all} SELECT ${at}, 'lin@example.com', 'replied', ${reference} FROM n WHERE ${isClosed}`,
	];
}

/** A request that is closed, and one that is open. */
export function referenceOf(nth: number): string {
	return `R-${String(Math.floor(nth / 1000)).padStart(5, '0')}-${String(nth % 1000).padStart(5, '0')}`;
}
