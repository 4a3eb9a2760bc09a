import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { readAdvances } from './woff.ts';

export const weights = [500, 700] as const;

/** The fonts as satori takes them. One array for all pictures: satori keeps what it parsed by this very object. */
export const fonts = weights.map((weight) => ({
	name: 'Noto Sans SC',
	weight,
	style: 'normal' as const,
	data: readFont(weight),
}));

/** Changes with the bytes of the fonts. */
export const fontVersion = fonts
	.reduce((hash, { data }) => hash.update(data), createHash('sha256'))
	.digest('hex')
	.slice(0, 16);

const advances = new Map(fonts.map(({ weight, data }) => [weight, readAdvances(data)]));

/** The characters of a text that some weight of the fonts cannot draw, each once. White space needs no glyph. */
export function missingGlyphs(text: string): string[] {
	const characters = new Set(text.replace(/\s/g, ''));
	return [...characters].filter((character) => [...advances.values()].some((table) => !table.has(character.codePointAt(0) ?? 0)));
}

/** Width of a text in em, punctuation set as narrow as the pictures set it (`palt`), without kerning. */
export function textWidth(text: string, weight: Weight): number {
	const table = advances.get(weight);
	return Array.from(text).reduce((sum, character) => {
		const width = (table?.get(character.codePointAt(0) ?? 0) ?? 1000) / 1000;
		return sum + (width === 1 && /[\p{P}]/u.test(character) ? 0.5 : width);
	}, 0);
}

/** Found from where the build runs: the bundled code lies elsewhere. */
function readFont(weight: number): Buffer {
	const { resolve } = createRequire(join(process.cwd(), 'package.json'));
	return readFileSync(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`));
}

export type Weight = (typeof weights)[number];
