import { box, column, image, row, words, type Box, type Style } from './elements.ts';
import { textWidth, type Weight } from './font.ts';
import { breakLines } from './lines.ts';
import { colour, iconUrl, markUrl } from './look.ts';

/** Size of every picture in pixels: what previews expect. */
export const pictureSize = { width: 1200, height: 630 } as const;

const margin = 64;
const textBlock = pictureSize.width - 2 * margin;

/** Type sizes from the one for a few words down to the one that any title fits; a smaller one may allow better lines. */
const titleSizes = [104, 92, 78, 70, 64, 54, 44] as const;
const titleLeading = 1.22;

/** The picture of a page as the tree that satori draws. Whatever decides the picture stands in it, line breaks included. */
export function pictureTree(card: Card): Box {
	const style = { ...column, width: '100%', height: '100%', background: colour('paper'), fontFamily: 'Noto Sans SC' };
	return box(style, [watermark(card.topic?.icon), top(card), middle(card), foot(card)]);
}

/** Large and pale below the text: what tells one topic from another in a thumbnail. */
function watermark(icon: string | undefined): Box {
	const soft = colour('brand-soft');
	if (icon) return image(iconUrl(icon, soft), 440, { position: 'absolute', top: 84, right: -44 });
	return image(markUrl('none', soft), 500, { position: 'absolute', top: 44, right: -60 });
}

function top({ brand, demonstration }: Card): Box {
	const name = [image(markUrl(colour('brand'), colour('on-brand')), 48), words(brand, { fontSize: 30, color: colour('ink') })];
	const notice = {
		fontSize: 24,
		padding: '6px 20px 8px',
		borderRadius: 24,
		color: colour('warning'),
		background: colour('warning-soft'),
	};
	return box({ ...row, ...above, justifyContent: 'space-between', padding: `44px ${margin}px 0` }, [
		box({ ...row, gap: 16 }, name),
		...(demonstration ? [words(demonstration, notice)] : []),
	]);
}

function middle({ lang, topic, title, lead }: Card): Box {
	const children = [
		...(topic ? [eyebrow(topic)] : []),
		...titleLines(title, lang, lead ? 192 : 330),
		...(lead ? leadLines(lead, lang) : []),
	];
	return box({ ...column, ...above, flexGrow: 1, justifyContent: 'center', padding: `0 ${margin}px` }, children);
}

function eyebrow({ icon, name }: Topic): Box {
	return box({ ...row, gap: 14, marginBottom: 14 }, [
		image(iconUrl(icon, colour('brand')), 40),
		words(name, { fontSize: 34, fontWeight: 700, color: colour('brand') }),
	]);
}

function titleLines(title: string, lang: string, room: number): Box[] {
	const [best] = titleSizes
		.flatMap((size) => {
			const setting = fit(title, lang, { size, weight: 700, maxLines: Math.floor(room / (size * titleLeading)) });
			return setting ? [{ size, lines: setting.lines, cost: setting.cost + 1 - size / titleSizes[0] }] : [];
		})
		.toSorted((a, b) => a.cost - b.cost);
	if (!best) throw new Error(`the title does not fit its picture: ${title}`);
	const letterSpacing = lang === 'en' ? -0.012 * best.size : 0;
	const style = { fontSize: best.size, fontWeight: 700, color: colour('ink'), lineHeight: titleLeading, letterSpacing };
	return best.lines.map((line) => words(line, style));
}

function leadLines(lead: string, lang: string): Box[] {
	const size = 36;
	const lines = fit(lead, lang, { size, weight: 500, maxLines: 3 })?.lines;
	if (!lines) throw new Error(`the lead does not fit its picture: ${lead}`);
	return lines.map((line, index) =>
		words(line, { fontSize: size, color: colour('ink-soft'), lineHeight: 1.4, marginTop: index === 0 ? 16 : 0 }),
	);
}

function foot({ who, motto }: Card): Box {
	const onBrand = colour('on-brand');
	const style = { ...row, ...above, height: 116, padding: `0 ${margin}px`, background: colour('brand'), color: onBrand };
	if (!who) return box(style, [words(motto ?? '', { fontSize: 32 })]);
	const size = actorSizes.find((size) => footWidth(who, size) <= textBlock) ?? actorSizes[2];
	return box({ ...style, gap: size }, [
		words(who.label, { fontSize: labelSize, color: colour('brand-soft') }),
		...who.actors.map(({ icon, name }) =>
			box({ ...row, gap: size / 3 }, [
				image(iconUrl(icon, onBrand), size * 1.25),
				words(name, { fontSize: size, fontWeight: 700 }),
			]),
		),
	]);
}

function footWidth({ label, actors }: Who, size: number): number {
	const names = actors.map(({ name }) => (textWidth(name, 700) + 1.25 + 1 / 3 + 1) * size);
	return names.reduce((sum, width) => sum + width, textWidth(label, 500) * labelSize);
}

function fit(text: string, lang: string, { size, weight, maxLines }: { size: number; weight: Weight; maxLines: number }) {
	return breakLines(text, { lang, measure: (line) => textWidth(line, weight) * size, maxWidth: textBlock, maxLines });
}

const labelSize = 26;
const actorSizes = [36, 30, 26] as const;
/** What stands in the flow would otherwise be drawn below what is positioned. */
const above: Style = { position: 'relative' };

interface Topic {
	/** Name of a file in src/icons. */
	icon: string;
	name: string;
}

interface Who {
	label: string;
	actors: Topic[];
}

/** What a picture says. */
export interface Card {
	/** BCP 47 */
	lang: string;
	brand: string;
	/** The notice of a demonstration; none in production. */
	demonstration?: string | undefined;
	topic?: Topic | undefined;
	title: string;
	lead?: string | undefined;
	/** Who can fix it: the foot of an article's picture. */
	who?: Who | undefined;
	/** The foot of every other picture. */
	motto?: string | undefined;
}
