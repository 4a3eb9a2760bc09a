import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { metadataOf, rasterEndings } from './picture-metadata.ts';
import type { ContentFolder, ContentMistake } from './source.ts';

export const pictureEnding = /\.(?:svg|png|jpe?g|webp|gif|avif|heic|bmp|tiff?)$/i;
const outside = /(?:href|src)\s*=\s*["'](?!#|data:)|url\(\s*["']?(?!["']?(?:#|data:))|@import|<!ENTITY|<!DOCTYPE/i;
const svgFaults = [
	[/<metadata\b/i, 'holds <metadata>; remove it'],
	[/<script\b|\son\w+\s*=|javascript:/i, 'holds a script; remove it'],
	[outside, 'refers to something outside; draw it in the file'],
] as const;

/**
 * Pictures that the site shows: they must give nothing away about who made them, and load nothing. All of them count, used or
 * not, since all are published. `root` is the folder that holds `public`.
 */
export function readPictures(root: string, folder: ContentFolder): { pictures: ReadonlySet<string>; mistakes: ContentMistake[] } {
	const diagrams = folder.list('diagrams', '.svg');
	const served = listPublic(root);
	const mistakes = [
		...diagrams.flatMap((file) => checkSvg(file, folder.read(file))),
		...served.flatMap((file) => {
			const bytes = readFileSync(join(root, file));
			return file.toLowerCase().endsWith('.svg') ? checkSvg(file, bytes.toString('utf8')) : checkRaster(file, bytes);
		}),
	];
	return { pictures: new Set([...diagrams, ...served]), mistakes };
}

function listPublic(root: string): string[] {
	try {
		return readdirSync(join(root, 'public'), { recursive: true, encoding: 'utf8' })
			.filter((name) => pictureEnding.test(name))
			.map((name) => `public/${name.replaceAll('\\', '/')}`);
	} catch {
		return [];
	}
}

function checkSvg(file: string, text: string): ContentMistake[] {
	return svgFaults.flatMap(([pattern, message]) => {
		const found = pattern.exec(text);
		return found ? [{ file, line: text.slice(0, found.index).split('\n').length, message: `this picture ${message}` }] : [];
	});
}

function checkRaster(file: string, bytes: Buffer): ContentMistake[] {
	const found = metadataOf(file, bytes);
	const formats = rasterEndings.join(', ');
	if (found === undefined)
		return [{ file, line: 1, message: `nobody can look into this picture; save it as ${formats} or .svg` }];
	if (found.length === 0) return [];
	const message = `this picture holds ${found.join(', ')}, which can tell where and by whom it was made; save it without metadata`;
	return [{ file, line: 1, message }];
}
