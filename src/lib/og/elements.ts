export const row: Style = { display: 'flex', alignItems: 'center' };
export const column: Style = { display: 'flex', flexDirection: 'column' };

/** A box around others; satori wants `display: flex` of every one with several children. */
export function box(style: Style, children: Box[]): Box {
	return { type: 'div', props: { style, children } };
}

/**
 * One line of text. `palt` sets punctuation narrow, or English quotation marks would be as wide as a Chinese character; an
 * apostrophe would still leave a gap in its word.
 */
export function words(text: string, style: Style): Box {
	const base = { display: 'flex', whiteSpace: 'nowrap', flexShrink: 0, fontWeight: 500, fontFeatureSettings: '"palt" 1' };
	return { type: 'div', props: { style: { ...base, ...style }, children: text.replace(/(?<=\p{L})’(?=\p{L})/gu, "'") } };
}

/** A square picture, its size in pixels. */
export function image(src: string, size: number, style: Style = {}): Box {
	return { type: 'img', props: { src, width: size, height: size, style } };
}

export type Style = Record<string, string | number>;

/** An element as satori takes it, without React. */
export interface Box {
	type: string;
	props: { style: Style; children?: Box[] | string; src?: string; width?: number; height?: number };
}
