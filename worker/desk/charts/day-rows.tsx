import { scaleBand, scaleLinear } from 'd3-scale';

import { Chart, DateAxis, fit, line, width } from './frame.tsx';

const barHeight = 34;
const rowHeight = barHeight + line + 8;

/** A row of bars for all, and below one for each kind; the kinds by one measure, so that they can be compared without a legend. */
export function DayRows({ label, axis, dates, all, kinds }: DayRowsProps) {
	const x = scaleBand(dates, [0, width]).paddingInner(dates.length > 40 ? 0.1 : 0.2);
	const measure = (of: readonly Row[]) => scaleLinear([0, topOf(of)], [0, barHeight]);
	const [yOfAll, yOfKind] = [measure([all]), measure(kinds)];
	const rows = [all, ...kinds];
	const height = line + rows.length * rowHeight + line;
	return (
		<Chart label={label} height={height}>
			<text class="axis" x={0} y={12}>
				{axis}
			</text>
			{rows.map((row, index) => {
				const base = line + (index + 1) * rowHeight - 6;
				const y = row === all ? yOfAll : yOfKind;
				const peak = row.values.indexOf(Math.max(...row.values));
				return (
					<g>
						<text class="name" x={0} y={base - barHeight - 6}>
							{fit(row.name, width - 90)}
						</text>
						<text class="value" x={width} y={base - barHeight - 6} text-anchor="end">
							{row.text}
						</text>
						<line class="base" x1={0} x2={width} y1={base} y2={base} />
						{row.values.map((value, day) => (
							<rect
								class={day === peak ? 'bar peak' : 'bar'}
								x={x(dates[day] ?? '')?.toFixed(1)}
								y={(base - y(value)).toFixed(1)}
								width={x.bandwidth().toFixed(1)}
								height={y(value).toFixed(1)}
							/>
						))}
					</g>
				);
			})}
			<DateAxis dates={dates} y={height - 4} />
		</Chart>
	);
}

/** The height of the tallest bar. */
export function topOf(rows: readonly Row[]): number {
	return Math.max(1, ...rows.flatMap(({ values }) => values));
}

interface DayRowsProps {
	label: string;
	/** What a bar's height means. */
	axis: string;
	/** `YYYY-MM-DD`, oldest first. */
	dates: readonly string[];
	all: Row;
	kinds: Row[];
}

export interface Row {
	name: string;
	/** What stands at its end. */
	text: string;
	values: number[];
}
