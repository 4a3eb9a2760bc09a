import type { MdastNode } from 'satteri';

/** What readers see of a node, code included. */
export function plainText(node: MdastNode): string {
	if (node.type === 'text' || node.type === 'inlineCode') return node.value;
	if (node.type === 'image') return node.alt ?? '';
	return 'children' in node ? node.children.map((child) => plainText(child as MdastNode)).join('') : '';
}

/** A text attribute of a component, or undefined where it is missing or computed. */
export function attributeOf(node: MdastNode, name: string): string | undefined {
	if (!('attributes' in node) || !Array.isArray(node.attributes)) return undefined;
	const found = node.attributes.find((attribute) => 'name' in attribute && attribute.name === name);
	if (typeof found?.value === 'string') return found.value;
	return found?.value ? literal(found.value.value) : undefined;
}

/** The text of an expression in braces, such as `'24 hours'`; anything computed is undefined. */
export function literal(expression: string): string | undefined {
	return /^\s*(['"`])([^'"`]*)\1\s*$/.exec(expression)?.[2];
}
