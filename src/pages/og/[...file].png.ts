import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheDir } from 'astro:config/server';

import { cachedFile, describeReport, fillCache } from '../../lib/og/cache.ts';
import { drawPicture } from '../../lib/og/draw.ts';
import { allPictures } from '../../lib/og/pictures.ts';

type Picture = Awaited<ReturnType<typeof allPictures>>[number];

const folder = fileURLToPath(new URL('og/', cacheDir));

export const getStaticPaths = (async () => {
	const pictures = await allPictures();
	// Drawn all at once here and not one by one below, to use both lanes; the preview draws only what is looked at.
	if (!__PREVIEW__ && pictures.length > 0) {
		console.log(describeReport(await fillCache(folder, pictures, ({ tree }) => drawPicture(tree))));
	}
	return pictures.map((picture) => ({ params: { file: picture.file }, props: { picture } }));
}) satisfies GetStaticPaths;

/** The picture that stands for a page wherever somebody shares its address. */
export const GET: APIRoute<{ picture: Picture }> = async ({ props: { picture } }) => {
	const png = __PREVIEW__ ? await drawPicture(picture.tree) : await readFile(cachedFile(folder, picture));
	return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
