import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';

import { Chart, DateAxis, line, width } from './frame.tsx';

const [left, right, plotHeight] = [34, 92, 150];

/** Lines over days, each named at its end; a day without a value leaves a gap. */
export function Lines({ label, axis, dates, series }: LinesProps) {
	const values = series.flatMap(({ points }) => points.filter((point) => point !== null));
	const y = scaleLinear([0, Math.max(1, ...values)], [2 * line + plotHeight, 2 * line]).nice(4);
	const x = scaleLinear([0, Math.max(1, dates.length - 1)], [left, width - right]);
	const draw = lineOf<number | null>(
		(_, day) => x(day),
		(point) => y(point ?? 0),
	).defined((point) => point !== null);
	const ends = apart(series.map(({ points }) => y(points.findLast((point) => point !== null) ?? 0)));
	return (
		<Chart label={label} height={plotHeight + 4 * line}>
			<text class="axis" x={0} y={12}>
				{axis}
			</text>
			{y.ticks(4).map((tick) => (
				<>
					<line class="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
					<text class="axis" x={left - 6} y={y(tick) + 4} text-anchor="end">
						{tick}
					</text>
				</>
			))}
			{series.map(({ name, points }, index) => (
				<g class={`series series-${index}`}>
					<path d={draw(points) ?? ''} />
					{points.map((point, day) => point !== null && <circle cx={x(day).toFixed(1)} cy={y(point).toFixed(1)} r={2.5} />)}
					<text class="name" x={width - right + 8} y={(ends[index] ?? 0) + 4}>
						{name}
					</text>
				</g>
			))}
			<DateAxis dates={dates} y={plotHeight + 3 * line + 6} from={left} to={width - right} />
		</Chart>
	);
}

/** Names that would stand on each other are moved apart. */
function apart([first = 0, second]: number[]): number[] {
	if (second === undefined || Math.abs(first - second) >= line) return second === undefined ? [first] : [first, second];
	const middle = (first + second) / 2;
	const sign = first <= second ? -1 : 1;
	return [middle + (sign * line) / 2, middle - (sign * line) / 2];
}

interface LinesProps {
	label: string;
	/** Unit of the vertical axis. */
	axis: string;
	dates: readonly string[];
	/** One or two. */
	series: { name: string; points: (number | null)[] }[];
}
