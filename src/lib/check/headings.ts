import { satteriHeadingIdsPlugin, type SatteriAstroData } from '@astrojs/markdown-satteri';
import { mdxToJs } from 'satteri';

import { atBlock, type Block } from './blocks.ts';
import type { Rule } from './index.ts';
import { plainText } from './nodes.ts';
import { atNode, type Source } from './source.ts';

const cache = new WeakMap<Source, readonly string[]>();

/** The addresses of an article's headings, made by Astro's own plugin with the features of its MDX. */
export function headingIds(source: Source): readonly string[] {
	const known = cache.get(source);
	if (known) return known;
	const astro = { frontmatter: {}, headings: [], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
	const data: { astro: SatteriAstroData } = { astro };
	if (source.tree) {
		const features = { gfm: true, smartPunctuation: true };
		// The plugin is synchronous: the headings are there when this returns.
		void mdxToJs(source.text, { hastPlugins: [satteriHeadingIdsPlugin()], features, data });
	}
	const ids = data.astro.headings.map(({ slug }) => slug);
	cache.set(source, ids);
	return ids;
}

/** Headings start at ##, go down one level at a time, and have names of their own. */
export const checkHeadings: Rule = (source) => {
	const seen = new Map<string, number>();
	let depth = 1;
	return headingsOf(source).flatMap((block) => {
		const { depth: level = 2, plain = '' } = block;
		const owner = seen.get(plain);
		const allowed = depth + 1;
		depth = level;
		seen.set(plain, owner ?? block.line);
		const messages: string[] = [];
		if (level === 1) messages.push(`write ## before "${plain}": the title is the only # of a page`);
		if (level > allowed) messages.push(`write ${'#'.repeat(allowed)} before "${plain}": no level may be skipped`);
		if (owner !== undefined) messages.push(`"${plain}" is a heading on line ${owner} already; say how this part differs`);
		return messages.map((message) => atBlock(source, block, 0, message));
	});
};

/** No section of a published article waits for its text. */
export const checkSections: Rule = (source) => {
	if (source.data?.draft || !source.tree || !('children' in source.tree)) return [];
	const nodes = source.tree.children.filter((node) => node.type !== 'mdxFlowExpression');
	return nodes.flatMap((node, index) => {
		const next = nodes[index + 1];
		if (node.type !== 'heading' || (next && (next.type !== 'heading' || next.depth > node.depth))) return [];
		return [atNode(source, node, `"${plainText(node)}" has no text; write it, or remove the heading`)];
	});
};

/** Headings of an article in the order of its text. */
export function headingsOf(source: Source): Block[] {
	return source.blocks.filter(({ kind }) => kind === 'heading');
}
