/** Two colours that differ in lightness as well as in hue, so that nobody has to tell red from green; lines differ in their dashes, too. */
export const reportStyle = `
:root {
	--chart: #0b6b6b;
	--chart-soft: #7fb2b0;
	--chart-second: #a34f00;
}

@media (prefers-color-scheme: dark) {
	:root {
		--chart: #74cbc2;
		--chart-soft: #3f7f7b;
		--chart-second: #ffb066;
	}
}

.reports {
	columns: 25rem 2;
	column-gap: 1rem;
	margin-block-start: 1rem;
}

.report {
	break-inside: avoid;
	margin-block: 0 1rem;
	padding: 1rem;
	background: var(--surface);
	border: 1px solid var(--line);
	border-radius: 0.625rem;
}

.report p {
	margin-block: 0.25rem 0.75rem;
}

.report table {
	border: 0;
	padding: 0;
	font-size: 0.875rem;
}

.report > .meta {
	margin-block: 0.5rem 0;
	display: flex;
	gap: 1rem;
}

.scroll {
	overflow: auto;
	max-block-size: 24rem;
}

.hidden {
	position: absolute;
	inline-size: 1px;
	block-size: 1px;
	overflow: hidden;
	clip-path: inset(50%);
	white-space: nowrap;
}

.chart {
	display: block;
	inline-size: 100%;
	max-inline-size: 29rem;
	block-size: auto;
	font-size: 13.5px;
	fill: var(--text);
}

/* In units of the picture, which grow with it. */
@media (min-width: 34rem) {
	.chart {
		font-size: 11px;
	}
}

.chart .axis {
	fill: var(--muted);
}

.chart .value {
	font-weight: 650;
	font-variant-numeric: tabular-nums;
}

.chart .base,
.chart .grid {
	stroke: var(--line);
}

.chart .track {
	fill: var(--ground);
}

.chart .bar {
	fill: var(--chart-soft);
}

.chart .peak,
.chart .dot {
	fill: var(--chart);
}

.chart .interval {
	stroke: var(--chart-soft);
	stroke-width: 6;
	stroke-linecap: round;
}

.chart .series path {
	fill: none;
	stroke: currentcolor;
	stroke-width: 2.5;
	stroke-linejoin: round;
}

.chart .series-0 {
	color: var(--chart);
	fill: var(--chart);
}

.chart .series-1 {
	color: var(--chart-second);
	fill: var(--chart-second);
}

.chart .series-1 path {
	stroke-dasharray: 6 4;
}

.chart .series .name {
	font-weight: 650;
}
`;
