import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { captureTool } from '../../../../src/commands/lib/processes.ts';
import { readPages } from '../../../../src/search/build/site.ts';

/**
 * Fills `folder` with `count` built articles, half of them in each language: all that there are and numbered copies of them. The site
 * is built for it, so that its script and the index of the present code understand each other.
 */
export async function writeScaledSite(folder: string, count: number): Promise<void> {
	const built = `${folder}-built`;
	const env = { OG: 'off', CACHE_DIR: `${folder}-cache` };
	const { code, output } = await captureTool(['astro', 'build', '--outDir', built], { env });
	if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
	const pages = await readPages(built);
	for (const language of ['zh-cn', 'en']) {
		const ofLanguage = pages.filter((page) => page.language === language);
		for (let index = 0; index < count / 2; index++) {
			const { url = '' } = ofLanguage[index % ofLanguage.length] ?? {};
			const copy = Math.floor(index / ofLanguage.length);
			const html = await readFile(join(built, url, 'index.html'), 'utf8');
			const file = join(folder, copy === 0 ? url : url.replace(/\/$/, `-${copy}/`), 'index.html');
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, copy === 0 ? html : numbered(html, copy));
		}
	}
	await rename(join(built, '_astro'), join(folder, '_astro'));
}

/** The same page under another title and other aliases. */
function numbered(html: string, copy: number): string {
	return html
		.replace(/<\/title>/, ` ${copy}$&`)
		.replace(/<\/h1>/, ` ${copy}$&`)
		.replaceAll(/(<(\w+)[^>]* data-search="alias"[^>]*>[^<]*)(<\/\2>)/g, `$1 ${copy}$3`);
}
