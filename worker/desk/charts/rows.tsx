import { scaleBand, scaleLinear } from 'd3-scale';

import { Chart, fit, line, width } from './frame.tsx';

const rowHeight = line + 26;
const thickness = 14;

/** Horizontal bars, each with its name above and its value at the end. */
export function Bars({ label, axis, range: [from, to], rows }: BarsProps) {
	const x = scaleLinear([from, to], [0, width - 60]);
	return (
		<Chart label={label} height={line + rows.length * rowHeight}>
			<text class="axis" x={0} y={12}>
				{axis}
			</text>
			{rows.map(({ name, value, text }, index) => {
				const y = line + index * rowHeight;
				return (
					<g>
						<text class="name" x={0} y={y + 13}>
							{fit(name, width)}
						</text>
						<rect class="track" x={0} y={y + line} width={width - 60} height={thickness} />
						<rect class="bar peak" x={0} y={y + line} width={x(value).toFixed(1)} height={thickness} />
						<text class="value" x={(x(value) + 6).toFixed(1)} y={y + line + 12}>
							{text}
						</text>
					</g>
				);
			})}
		</Chart>
	);
}

/** A share for each name, as a dot, and how far off it may be, as a line. */
export function Intervals({ label, axis, rows }: IntervalsProps) {
	const x = scaleLinear([0, 1], [8, width - 8]);
	const top = 2 * line;
	return (
		<Chart label={label} height={top + rows.length * rowHeight}>
			<text class="axis" x={0} y={12}>
				{axis}
			</text>
			{[0, 0.25, 0.5, 0.75, 1].map((tick) => (
				<>
					<line class="grid" x1={x(tick)} x2={x(tick)} y1={top} y2={top + rows.length * rowHeight} />
					<text class="axis" x={x(tick)} y={top - 4} text-anchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}>
						{tick * 100} %
					</text>
				</>
			))}
			{rows.map(({ name, low, share, high, text }, index) => {
				const y = top + index * rowHeight;
				return (
					<g>
						<text class="name" x={0} y={y + 14}>
							{fit(name, width - 80)}
						</text>
						<text class="value" x={width} y={y + 14} text-anchor="end">
							{text}
						</text>
						<line class="interval" x1={x(low)} x2={x(high)} y1={y + line + 10} y2={y + line + 10} />
						<circle class="dot" cx={x(share)} cy={y + line + 10} r={6} />
					</g>
				);
			})}
		</Chart>
	);
}

/** Upright bars with their values on top. */
export function Columns({ label, axis, unit, columns }: ColumnsProps) {
	const plotHeight = 130;
	const names = columns.map(({ name }) => name);
	const x = scaleBand(names, [0, width]).padding(0.15);
	const y = scaleLinear([0, Math.max(1, ...columns.map(({ value }) => value))], [0, plotHeight]);
	const base = 2 * line + plotHeight;
	return (
		<Chart label={label} height={base + 2 * line + 4}>
			<text class="axis" x={0} y={12}>
				{axis}
			</text>
			<line class="base" x1={0} x2={width} y1={base} y2={base} />
			{columns.map(({ name, value }) => {
				const middle = (x(name) ?? 0) + x.bandwidth() / 2;
				return (
					<g>
						<rect class="bar peak" x={x(name)} y={base - y(value)} width={x.bandwidth()} height={y(value)} />
						{value > 0 && (
							<text class="value" x={middle} y={base - y(value) - 4} text-anchor="middle">
								{value}
							</text>
						)}
						<text class="axis" x={middle} y={base + 14} text-anchor="middle">
							{name}
						</text>
					</g>
				);
			})}
			<text class="axis" x={width} y={base + line + 14} text-anchor="end">
				{unit}
			</text>
		</Chart>
	);
}

interface BarsProps {
	label: string;
	axis: string;
	range: [from: number, to: number];
	rows: { name: string; value: number; text: string }[];
}

interface IntervalsProps {
	label: string;
	axis: string;
	/** All shares between 0 and 1. */
	rows: { name: string; low: number; share: number; high: number; text: string }[];
}

interface ColumnsProps {
	label: string;
	/** What the height means, and what stands below. */
	axis: string;
	unit: string;
	columns: { name: string; value: number }[];
}
