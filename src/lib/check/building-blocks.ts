import type { MdastNode } from 'satteri';

import { actors } from '../article-schema.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from './index.ts';
import { attributeOf, literal } from './nodes.ts';
import { atNode } from './source.ts';

/** Attributes of each building block: what they may say, or that they have to be there. */
const blocks: Record<string, Record<string, readonly string[] | 'needed'>> = {
	Accordion: { title: 'needed' },
	Callout: { type: ['info', 'tip', 'warning', 'danger'] },
	Diagram: {},
	Fact: {},
	Figure: {},
	Platform: { name: ['ios', 'android', 'extension'] },
	PlatformTabs: {},
	Steps: {},
	WhoCanFix: { who: actors },
};
/** Links and pictures have rules of their own. */
const html = new Set(['a', 'br', 'code', 'img', 'kbd']);

/** Building blocks exist and are given what they need, and nothing in an article is code. */
export const checkBuildingBlocks: Rule = (source) =>
	source.nodes.flatMap((node) => messagesAbout(node).map((message) => atNode(source, node, message)));

function messagesAbout(node: MdastNode): string[] {
	if (node.type === 'mdxjsEsm') return ['remove import and export; building blocks need none'];
	if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return messagesAboutBraces(node.value);
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
	const name = node.name ?? '';
	const attributes = blocks[name];
	if (!attributes) return html.has(name) ? [] : [messageAboutUnknown(name)];
	const given = Object.entries(attributes).flatMap(([attribute, allowed]) => {
		const value = attributeOf(node, attribute);
		if (allowed === 'needed') return value ? [] : [`<${name}> needs ${attribute}="…"`];
		// A Callout without a type is one of information.
		if (allowed.includes(value ?? '') || (value === undefined && name === 'Callout')) return [];
		const fault = value === undefined ? `<${name}> needs ${attribute}` : `${attribute} of <${name}> is "${value}"`;
		return [`${fault}; choose from: ${allowed.join(', ')}`];
	});
	return [...given, ...messagesAboutChildren(name, node.children)];
}

function messageAboutUnknown(name: string): string {
	if (!/^[A-Z]/.test(name)) return `write Markdown for <${name}>, or \\< for a sign that only looks like a tag`;
	return `<${name}> is no building block; choose from: ${nearest(name, Object.keys(blocks)).join(', ')}`;
}

/** Braces are code in MDX: a comment and a quoted text are all that an article may hold of it. */
function messagesAboutBraces(expression: string): string[] {
	if (/^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/.test(expression) || literal(expression) !== undefined) return [];
	return [`{${expression}} is read as code; write \\{ for a brace, or {'24 hours'} for a number that is no fact`];
}

function messagesAboutChildren(name: string, children: readonly MdastNode[]): string[] {
	if (name === 'Steps' && !children.some((child) => child.type === 'list' && child.ordered))
		return ['<Steps> holds no numbered list; write its steps as 1. 2. 3., with a blank line above and below'];
	if (name === 'PlatformTabs' && children.some((child) => !('name' in child && child.name === 'Platform')))
		return ['<PlatformTabs> holds nothing but <Platform name="…">; move the rest out of it'];
	return [];
}
