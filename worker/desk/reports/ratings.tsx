import { countRatings, type RatingRow } from '../../db/report-feedback.ts';
import { Bars } from '../charts/rows.tsx';
import { words } from '../words.ts';
import { counted } from './counted.ts';
import { fewest, formatNumber, type Report } from './report.ts';

const scales = ['speed', 'expertise', 'solution', 'tone'] as const;

/** What people marked after their request was solved. */
export const ratings: Report = {
	id: 'ratings',
	isFeedback: false,
	title: 'reportRatings',
	async open(c, period, { locale }) {
		const t = words[locale];
		const { data: found, asOf } = await counted(c, 'ratings', period, () => countRatings(c.env.DB, period));
		const rows = scales.flatMap((scale) => found.filter((row) => row.scale === scale));
		const enough = rows.filter(({ count }) => count >= fewest);
		const [lowest, best] = [enough.toSorted(byAverage)[0], enough.toSorted(byAverage).at(-1)];
		const points = (row: RatingRow) => row.average.toFixed(1);
		const most = Math.max(0, ...rows.map(({ count }) => count));
		const finding =
			lowest && best
				? (best === lowest ? t.findRating : t.findRatings)
						.replace('{best}', t[best.scale])
						.replace('{bestPoints}', points(best))
						.replace('{lowest}', t[lowest.scale])
						.replace('{lowestPoints}', points(lowest))
				: t.tooFew.replace('{count}', String(most));
		return {
			asOf,
			finding,
			chart:
				enough.length === 0 ? null : (
					<Bars
						label={`${t.reportRatings}. ${finding}`}
						axis={t.axisPoints}
						range={[0, 5]}
						rows={enough.map((row) => ({
							name: t.namedCount.replace('{name}', t[row.scale]).replace('{count}', formatNumber(locale, row.count)),
							value: row.average,
							text: points(row),
						}))}
					/>
				),
			table: {
				columns: [
					{ id: 'scale', label: t.columnScale, show: (scale) => t[scales.find((known) => known === scale) ?? 'other'] },
					{ id: 'ratings', label: t.columnRatings },
					{ id: 'average', label: t.columnAverage },
					...[1, 2, 3, 4, 5].map((mark) => ({ id: `points_${mark}`, label: t.columnMark.replace('{mark}', String(mark)) })),
				],
				rows: rows.map((row) => [
					row.scale,
					row.count,
					Math.round(row.average * 100) / 100,
					row.points1,
					row.points2,
					row.points3,
					row.points4,
					row.points5,
				]),
			},
		};
	},
};

function byAverage(one: RatingRow, two: RatingRow): number {
	return one.average - two.average;
}
