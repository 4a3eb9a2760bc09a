import type { Miss, Ranked } from './report-ranking.ts';
import { clean, formatTable } from './table.ts';

const percent = new Intl.NumberFormat('en', { style: 'percent' });
const decimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The report as Markdown that also reads well in a terminal. */
export function formatReport({ ranked, unanswered, isCollectingMisses, hiddenMisses, days }: Report): string {
	const rows = ranked.map((row, index) => [
		String(index + 1),
		decimal.format(row.score),
		row.title,
		row.id,
		`${row.no} of ${row.no + row.yes}`,
		row.no + row.yes > 0 ? `${percent.format(row.lower)}-${percent.format(row.upper)}` : '',
		String(row.requests),
		isCollectingMisses ? String(row.misses) : '-',
		Object.entries(row.reasons)
			.toSorted(([, a], [, b]) => b - a)
			.map(([reason, count]) => `${reason} ${count}`)
			.join(', '),
	]);
	const head = ['', 'score', 'title', 'article', '"no" votes', 'no-share, 95 %', 'requests', 'searches', 'reasons'];
	return [
		`# Articles that need work: the last ${days} days`,
		rows.length > 0 ? formatTable(head, rows) : 'Nobody has voted, written or searched in vain in this time.',
		...(unanswered.length > 0 ? ['## Searched in vain, and no article has these words', formatMisses(unanswered)] : []),
		explanation,
		...(hiddenMisses > 0 ? [`Failed searches for words that too few networks have used to be known: ${hiddenMisses}.`] : []),
		...(isCollectingMisses ? [] : ['Failed searches are not collected yet, so they count as 0.']),
	].join('\n\n');
}

/** What readers wrote, for the terminal only. */
export function formatComments(comments: readonly { article: string; comment: string; at: number }[]): string {
	const lines = comments.map(
		({ article, comment, at }) => `${new Date(at).toISOString().slice(0, 10)}  ${article}\n  ${clean(comment)}`,
	);
	return [
		'## Newest comments',
		'They can hold personal data: pass none of them on.',
		...(lines.length > 0 ? lines : ['Nobody has commented in this time.']),
	].join('\n\n');
}

function formatMisses(misses: readonly Miss[]): string {
	return formatTable(
		['searches', 'language', 'words'],
		misses.slice(0, 20).map(({ count, locale, query }) => [String(count), locale, query]),
	);
}

const explanation = `score = failed searches + "no" votes x lower bound of the no-share + requests.

The bounds are those of Wilson's 95 % interval (1927), so that three "no" of three weigh less than thirty of thirty-five. Requests are
those whose writer had opened the article before writing; callbacks keep no such list. Votes on an address that has moved count for the
article as it stands now. docs/report.md says more.`;

interface Report {
	ranked: readonly Ranked[];
	unanswered: readonly Miss[];
	isCollectingMisses: boolean;
	hiddenMisses: number;
	days: number;
}
