import { termsOf } from '#shared/request-terms';

import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { insert, quote } from '../sql.ts';

const names = { en: ['Ada', 'Bo', 'Cleo', 'Dara', 'Eli', 'Finn'], 'zh-cn': ['小林', '阿文', '小满', '晓晓', '老周', '阿琪'] };
const chains = ['tron', 'ethereum', 'bsc', 'polygon', 'solana'];
const hex = '0123456789abcdef';
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Statements that store requests with everything that happened to them. */
export function requestStatements(random: Random, lives: readonly Life[], articles: readonly string[]): string[] {
	const requests = lives.map((life) => requestRow(random, life, articles));
	return [
		...insert('requests', requests),
		...insert(
			'request_events',
			lives.flatMap(({ reference, events }) => events.map((event) => ({ reference, team: null, reason: null, ...event }))),
		),
		...insert('request_messages', lives.flatMap(messageRows)),
		...insert('request_ratings', lives.flatMap(ratingRows)),
		...insert('outbox', lives.flatMap(outboxRows)),
		...requests.map((row) => termStatement(row, lives)),
	];
}

function requestRow(random: Random, life: Life, articles: readonly string[]) {
	const name = random.pick(names[life.locale]);
	const hasHash = ['transactions', 'deposits', 'frozen'].includes(life.topic);
	const chain = hasHash ? (life.story.chain ?? random.pick(chains)) : null;
	return {
		reference: life.reference,
		state: life.state,
		locale: life.locale,
		topic: life.topic,
		urgent: life.isUrgent ? 1 : 0,
		name,
		email: `demonstration.${random.between(1, 140)}@example.com`,
		message: life.story.message,
		chain,
		tx_hash: chain !== null && random.chance(0.7) ? hashOn(random, chain) : null,
		app_version: random.chance(0.4) ? `2.${random.between(3, 9)}.${random.between(0, 4)}` : null,
		articles: JSON.stringify(random.chance(0.6) && articles.length > 0 ? [random.pick(articles)] : []),
		created_at: life.createdAt,
		updated_at: life.updatedAt,
		email_verified_at: life.isVerified ? life.createdAt : null,
		team: life.team,
		assignee: life.assignee,
		version: life.version,
		first_reply_at: life.firstReplyAt,
		ended_at: life.endedAt,
		flagged: isLow(life) ? 1 : 0,
		rule: life.rule,
		priority: life.priority,
		due_at: life.dueAt,
	};
}

/** A made-up hash in the form that a chain's explorers show. */
function hashOn(random: Random, chain: string): string {
	if (chain === 'solana') return random.text(88, base58);
	return (chain === 'tron' ? '' : '0x') + random.text(64, hex);
}

function isLow({ rating }: Life): boolean {
	return Object.values(rating ?? {}).some((points) => points !== null && points <= 2);
}

function messageRows({ reference, messages }: Life) {
	return messages.map(({ at, author, agent, body }) => ({ reference, author, agent, body, created_at: at }));
}

function ratingRows({ reference, rating, locale, updatedAt }: Life) {
	if (!rating) return [];
	const comment = rating.speed === 5 ? (locale === 'en' ? 'Quick and clear.' : '回复很快，说得清楚。') : null;
	return [{ reference, ...rating, comment, created_at: updatedAt }];
}

/** Mails that nobody was sent: they stand in the list as if they had been. */
function outboxRows({ reference, locale, createdAt, firstReplyAt }: Life) {
	const mail = (kind: string, at: number) => ({
		dedupe_key: `${kind}.${reference}`,
		channel: 'mail',
		kind,
		reference,
		locale,
		state: 'sent',
		attempts: 1,
		due_at: at,
		created_at: at,
		sent_at: at,
	});
	return [mail('acknowledgement', createdAt), ...(firstReplyAt === null ? [] : [mail('reply', firstReplyAt)])];
}

function termStatement(row: ReturnType<typeof requestRow>, lives: readonly Life[]): string {
	const { reference, name, email, message, tx_hash, chain, app_version } = row;
	const said = lives.find((life) => life.reference === reference)?.messages.map(({ body }) => body) ?? [];
	const terms = termsOf([reference, name, email, message, tx_hash, chain, app_version, ...said]);
	return `INSERT INTO request_terms (term, number) SELECT value, (SELECT number FROM requests WHERE reference = ${quote(reference)})
		FROM json_each(${quote(JSON.stringify(terms))}) WHERE true ON CONFLICT DO NOTHING`;
}
