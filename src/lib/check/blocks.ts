import type { MdastNode } from 'satteri';

import { showFact, type Facts } from '../facts.ts';
import { attributeOf, literal, plainText } from './nodes.ts';
import { lineOf, type ContentMistake, type Source } from './source.ts';

/** Stands in a block's text for what is not prose, yet seen: inline code, and addresses that are links as they stand. */
export const codeMark = '\uE000';
/** Stands for what has no text at all, such as pictures and comments. */
const emptyMark = '\uE001';

const inline = new Set<string>([
	'text',
	'strong',
	'emphasis',
	'delete',
	'inlineCode',
	'link',
	'linkReference',
	'image',
	'break',
	'mdxTextExpression',
	'mdxJsxTextElement',
]);
const kinds = new Map<string, Block['kind']>([
	['heading', 'heading'],
	['tableCell', 'cell'],
]);
const labels = new Set(['title', 'alt', 'caption']);

/** The texts of an article in the order of its file, as readers see them: facts filled in, markup gone. */
export function readBlocks(source: Omit<Source, 'blocks'>, facts: Facts): Block[] {
	const { tree, top } = source;
	const blocks = topBlocks(source);
	if (tree) addBlocks(tree, { facts, source, above: top.split('\n').length - 1, blocks, heading: '', around: '' });
	return blocks;
}

/** A mistake in a block, `index` characters into its text. */
export function atBlock({ file }: Source, block: Block, index: number, message: string): ContentMistake {
	const piece = block.pieces.findLast(({ start }) => start <= index) ?? { start: 0, line: block.line };
	return { file, line: piece.line + block.text.slice(piece.start, index).split('\n').length - 1, message };
}

function topBlocks({ data, document, counter }: Omit<Source, 'blocks'>): Block[] {
	if (!data || !document || !counter) return [];
	const block = (kind: Block['kind'], text: string, path: (string | number)[]): Block => {
		return { kind, text, line: lineOf(document, counter, path) + 1, pieces: [] };
	};
	return [
		block('title', data.title, ['title']),
		block('summary', data.summary, ['summary']),
		...data.aliases.map((alias, index) => block('alias', alias, ['aliases', index])),
	];
}

function addBlocks(node: MdastNode, context: Walk): void {
	addLabels(node, context);
	if (!('children' in node)) return;
	const children = node.children as MdastNode[];
	if (node.type === 'table') addTable(node.children, context);
	else if (children.some(({ type }) => inline.has(type))) addBlock(node, children, context);
	else addChildren(children, context);
}

function addChildren(children: readonly MdastNode[], context: Walk): void {
	let { heading } = context;
	for (const [index, child] of children.entries()) {
		if (child.type === 'heading') heading = plainText(child);
		const before = children[index - 1];
		const said = before?.type === 'paragraph' ? plainText(before) : '';
		const lead = /[:：]\s*$/.test(said) ? said : '';
		addBlocks(child, { ...context, heading, ...(child.type === 'list' ? { around: `${heading}\n${lead}` } : {}) });
	}
}

/** A cell is read together with its row and the head of its column. */
function addTable(rows: readonly MdastNode[], context: Walk): void {
	const cellsOf = (row: MdastNode | undefined) => (row && 'children' in row ? (row.children as MdastNode[]) : []);
	const heads = cellsOf(rows[0]).map(plainText);
	for (const row of rows) {
		const cells = cellsOf(row);
		const inRow = cells.map(plainText).join('\n');
		for (const [column, cell] of cells.entries()) {
			if (cellsOf(cell).length === 0) continue;
			addBlock(cell, cellsOf(cell), { ...context, around: `${context.heading}\n${inRow}\n${heads[column] ?? ''}` });
		}
	}
}

function addBlock(node: MdastNode, children: readonly MdastNode[], context: Walk): void {
	const kind = kinds.get(node.type) ?? 'text';
	const block: Block = { kind, text: '', line: lineAt(node, context), pieces: [], around: context.around };
	if (node.type === 'heading') Object.assign(block, { depth: node.depth, plain: plainText(node) });
	context.blocks.push(block);
	for (const child of children) addInline(child, block, context);
}

function addInline(node: MdastNode, block: Block, context: Walk): void {
	const text = inlineText(node, context);
	if (text !== undefined) {
		block.pieces.push({ start: block.text.length, line: lineAt(node, context) });
		block.text += text;
		return;
	}
	addLabels(node, context);
	if ('children' in node) for (const child of node.children) addInline(child, block, context);
}

/** The text of a node that is read as a whole, or undefined where its children are. */
function inlineText(node: MdastNode, { facts, source }: Walk): string | undefined {
	if (node.type === 'text') return node.value;
	if (node.type === 'inlineCode') return codeMark;
	if (node.type === 'break') return '\n';
	if (node.type === 'mdxTextExpression') return literal(node.value) ?? emptyMark;
	if (node.type === 'link') return node.url.endsWith(plainText(node)) && node.children.length > 0 ? codeMark : undefined;
	if (node.type !== 'mdxJsxTextElement') return 'children' in node ? undefined : emptyMark;
	if (node.name === 'code') return codeMark;
	if (node.name !== 'Fact') return node.children.length > 0 ? undefined : emptyMark;
	const fact = facts.get(attributeOf(node, 'id') ?? '');
	const isBare = node.attributes.some((attribute) => 'name' in attribute && attribute.name === 'bare');
	return fact ? showFact(fact, source.locale, isBare) : codeMark;
}

/** Texts that stand in the attributes of components. */
function addLabels(node: MdastNode, context: Walk): void {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
	for (const attribute of node.attributes)
		if ('name' in attribute && labels.has(attribute.name) && typeof attribute.value === 'string')
			context.blocks.push({ kind: 'label', text: attribute.value, line: lineAt(node, context), pieces: [] });
}

function lineAt(node: MdastNode, { above }: Walk): number {
	return (node.position?.start.line ?? 1) + above;
}

/** One stretch of text that readers take in at once: a paragraph, a heading, a cell, a field of the frontmatter. */
export interface Block {
	kind: 'title' | 'summary' | 'alias' | 'heading' | 'text' | 'cell' | 'label';
	text: string;
	/** Line of the file where it starts. */
	line: number;
	/** Where parts of the text come from: line of the file by position in `text`. */
	pieces: { start: number; line: number }[];
	/** Level of a heading, and its text with code. */
	depth?: number;
	plain?: string;
	/** What a fragment is read with: the heading above, the lead-in of its list, its row and column. Empty for whole sentences. */
	around?: string;
}

interface Walk {
	facts: Facts;
	source: Omit<Source, 'blocks'>;
	/** Lines of frontmatter above the text. */
	above: number;
	blocks: Block[];
	/** The nearest one above. */
	heading: string;
	around: string;
}
