import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { applyChanges } from '../../../src/commands/lib/content-files.ts';
import { planSignOff } from '../../../src/commands/lib/sign-off.ts';

/**
 * Fills `<root>/content` with `count` articles (half of them in each language): those of the help centre and numbered copies, so that
 * length, links, facts and building blocks are those of real texts. Titles and aliases stay unique, translations up to date.
 */
export async function generateContent(root: string, count: number): Promise<string[]> {
	const folder = join(root, 'content');
	await rm(folder, { recursive: true, force: true });
	await cp('content', folder, { recursive: true, filter: (path) => !/articles|(questions|addresses)\.yml/.test(path) });
	const paths = (await readdir('content/articles/zh-cn', { recursive: true })).filter((name) => name.endsWith('.mdx')).sort();
	const written: string[] = [];
	for (const locale of ['zh-cn', 'en']) {
		for (let index = 0; index < count / 2; index++) {
			const path = paths[index % paths.length] ?? '';
			const copy = Math.floor(index / paths.length);
			const text = await readFile(join('content/articles', locale, path), 'utf8');
			const file = join(folder, 'articles', locale, copy === 0 ? path : path.replace('.mdx', `-${copy}.mdx`));
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, copy === 0 ? text : numbered(text, copy));
			written.push(file);
		}
	}
	applyChanges(root, planSignOff(root).changes);
	return written;
}

/** The same article under another title and other aliases. */
function numbered(text: string, copy: number): string {
	const [, top = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
	const lines = top.split('\n').map((line) => {
		if (line.startsWith('title:')) return line.replace(/\s*.{0,3}?(["']?)$/, ` ${copy}$1`);
		return line.replace(/^( +- )(?!faq\/|guides\/)(["']?)(.*?)(["']?)$/, `$1$2$3 ${copy}$4`);
	});
	return `---\n${lines.join('\n')}---\n${body}`;
}
