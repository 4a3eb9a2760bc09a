import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import satori from 'satori';
import sharp from 'sharp';

import type { Box } from './elements.ts';
import { fonts, fontVersion } from './font.ts';
import { encodePng } from './png.ts';
import { pictureSize } from './template.ts';

const { version } = createRequire(join(process.cwd(), 'package.json'))('satori/package.json') as { version: string };

/** Raise it when a change below or in png.ts changes pictures: cached ones are then drawn anew. */
const drawing = 1;

/** Name of a picture by everything that decides it: its tree, the fonts, what draws and how it is encoded. */
export function pictureHash(tree: Box): string {
	const parts = [tree, pictureSize, fontVersion, version, sharp.versions, drawing];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/** Draws a tree as PNG. */
export async function drawPicture(tree: Box): Promise<Buffer> {
	const svg = await satori(tree as Parameters<typeof satori>[0], { ...pictureSize, fonts });
	const { data, info } = await sharp(Buffer.from(inlineIcons(svg)))
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return encodePng(data, info.width, info.height);
}

/** Puts icons into the drawing itself: librsvg takes as long for five embedded documents as for everything else. */
function inlineIcons(svg: string): string {
	return svg.replace(
		/<image x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" href="data:image\/svg\+xml;base64,([^"]+)"[^>]*\/>/g,
		(_, x: string, y: string, width: string, height: string, data: string) =>
			Buffer.from(data, 'base64')
				.toString()
				.replace(/ width="\d+" height="\d+"/, ` x="${x}" y="${y}" width="${width}" height="${height}"`),
	);
}
