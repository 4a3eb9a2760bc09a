import { wilsonInterval } from '#shared/wilson';

import { readArticles } from '../../pages/assets.ts';
import { countVotes } from '../../db/report-feedback.ts';
import { Intervals } from '../charts/rows.tsx';
import { words } from '../words.ts';
import { counted } from './counted.ts';
import { fewest, formatShare, mostRows, type Cell, type Report } from './report.ts';

/** Which articles did not solve the problem, and how sure that is: the surest first. */
export const votes: Report = {
	id: 'votes',
	isFeedback: true,
	title: 'reportVotes',
	async open(c, period, { locale }) {
		const t = words[locale];
		const articles = await readArticles(c);
		const { data: found, asOf } = await counted(c, 'votes', period, () => countVotes(c.env.DB, period));
		const rows = found
			.map((row) => toRow(row, articles.find(({ id }) => id === row.article)?.title ?? row.article))
			.toSorted((one, two) => two.low - one.low);
		const enough = rows.filter(({ count }) => count >= fewest);
		const [worst] = enough;
		const finding = worst
			? t.findVotes
					.replace('{title}', worst.title)
					.replace('{low}', formatShare(locale, worst.low))
					.replace('{high}', formatShare(locale, worst.high))
			: t.tooFewVotes;
		return {
			asOf,
			finding,
			chart: worst ? (
				<Intervals
					label={`${t.reportVotes}. ${finding}`}
					axis={t.axisNotSolved}
					rows={enough.slice(0, mostRows).map(({ title, low, share, high, no, count }) => ({
						name: title,
						low,
						share,
						high,
						text: t.noOf.replace('{no}', String(no)).replace('{count}', String(count)),
					}))}
				/>
			) : null,
			table: {
				columns: [
					{ id: 'article', label: 'ID' },
					{ id: 'title', label: t.article },
					{ id: 'yes', label: t.yes },
					{ id: 'no', label: t.no },
					...['no_share', 'no_share_low', 'no_share_high'].map((id, index) => ({
						id,
						label: [t.columnNoShare, t.columnLow, t.columnHigh][index] ?? id,
						show: (share: Cell) => formatShare(locale, Number(share)),
					})),
				],
				rows: rows.map((row) => [row.article, row.title, row.yes, row.no, ...[row.share, row.low, row.high].map(round)]),
			},
		};
	},
};

function toRow({ article, yes, no }: { article: string; yes: number; no: number }, title: string) {
	const count = yes + no;
	const [low, high] = wilsonInterval(no, count);
	return { article, title, yes, no, count, share: no / count, low, high };
}

function round(share: number): number {
	return Math.round(share * 1000) / 1000;
}
