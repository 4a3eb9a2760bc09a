import type { PropsWithChildren } from 'hono/jsx';

/** Units of every chart: on a phone of usual width nine tenths of a pixel, which leaves its texts 12 pixels; on a desk more. */
export const width = 360;
/** Room for one line of text. */
export const line = 18;

/** A picture that is named for those who cannot see it; its numbers stand in the table beside it. */
export function Chart({ label, height, children }: PropsWithChildren<{ label: string; height: number }>) {
	return (
		<svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
			{children}
		</svg>
	);
}

/** First, middle and last of the dates below a chart. */
export function DateAxis({
	dates,
	y,
	from = 0,
	to = width,
}: {
	dates: readonly string[];
	y: number;
	from?: number;
	to?: number;
}) {
	const middle = Math.floor((dates.length - 1) / 2);
	return (
		<>
			<text class="axis" x={from} y={y}>
				{dates[0]?.slice(5)}
			</text>
			<text class="axis" x={(from + to) / 2} y={y} text-anchor="middle">
				{dates[middle]?.slice(5)}
			</text>
			<text class="axis" x={to} y={y} text-anchor="end">
				{dates.at(-1)?.slice(5)}
			</text>
		</>
	);
}

/** A text that fits: about this many units a letter, twice as many for Chinese. */
export function fit(text: string, room: number, letter = 7.3): string {
	let [used, end] = [0, 0];
	for (const character of text) {
		used += /[⺀-￯]/.test(character) ? letter * 1.9 : letter;
		if (used > room) return `${text.slice(0, Math.max(0, end - 1))}…`;
		end += character.length;
	}
	return text;
}
