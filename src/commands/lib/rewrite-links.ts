import { isScalar, parseDocument, visit } from 'yaml';

import { localeIds } from '../../config/locales.ts';

/** A file of content in which everything that leads to one article leads to another: links, and values that name it. */
export function rewriteContent(file: string, text: string, from: string, to: string): string {
	if (file.endsWith('.yml')) return rewriteLinks(rewriteValues(text, from, to), from, to);
	const top = /^---\r?\n[\s\S]*?\r?\n(?=---)/.exec(text)?.[0] ?? '';
	return rewriteLinks(rewriteValues(top, from, to) + text.slice(top.length), from, to);
}

/** The same in code, where articles are also named in quotes. */
export function rewriteCode(text: string, from: string, to: string): string {
	return rewriteLinks(text.replaceAll(new RegExp(`(['"\`])${from}\\1`, 'g'), `$1${to}$1`), from, to);
}

/** Root-relative links in any language, with and without slash, anchor or `.md`; in code the language may be an expression. */
function rewriteLinks(text: string, from: string, to: string): string {
	const language = String.raw`${localeIds.join('|')}|\$\{\w+\}`;
	const link = new RegExp(String.raw`(?<![\w.:/}-])(/(?:${language})/)${from}(?=/|\.md\b|[?#)"'\`\s]|$)`, 'g');
	return text.replaceAll(link, `$1${to}`);
}

/** Values in YAML that are the path of an article, in place, so that the rest of the file stays as it is. */
function rewriteValues(yaml: string, from: string, to: string): string {
	const ranges: [start: number, end: number][] = [];
	visit(parseDocument(yaml), {
		Scalar: (key, node) => {
			if (key !== 'key' && isScalar(node) && node.value === from && node.range) ranges.push([node.range[0], node.range[1]]);
		},
	});
	return ranges.reduceRight(
		(text, [start, end]) => text.slice(0, start) + text.slice(start, end).replace(from, to) + text.slice(end),
		yaml,
	);
}
