import { readFileSync } from 'node:fs';

import type { Locale } from '../config/locales.ts';
import { contentDir } from './content-dir.ts';

/** The SVG of a diagram in one language; a missing file fails the build. */
export function readDiagram(name: string, locale: Locale): string {
	const file = `diagrams/${name}.${locale}.svg`;
	try {
		return readFileSync(`${contentDir}/${file}`, 'utf8').trim();
	} catch {
		throw new Error(`no diagram content/${file}; a diagram needs one file for each language`);
	}
}
