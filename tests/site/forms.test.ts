import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';

import { CallbackMoveSchema, CallbackSchema } from '#shared/callbacks';
import { ContactSchema } from '#shared/contact';
import { errorStatus } from '#shared/errors';
import * as limits from '#shared/limits';

import { elements, page, type Document } from './lib/dist.ts';

/** Inputs that break fields in every way that a schema can name. */
const broken = ['', 'x', 'x'.repeat(limits.length.message + 1), 'not an address @', undefined].map((value) => (name: string) => ({
	[name]: value,
}));

const forms = [
	['contact', ContactSchema, ['topic', 'message', 'name', 'email', 'chain', 'txHash', 'address', 'appVersion', 'device']],
	['callback', CallbackSchema, ['slot', 'topic', 'name', 'phone', 'country', 'email', 'note']],
	['requests', CallbackMoveSchema, ['slot']],
] as const;

const pages = ['zh-cn', 'en'].flatMap((locale) =>
	forms.map(([name, schema, fields]) => [`/${locale}/${name}/`, schema, fields] as const),
);

describe.each(pages)('%s', (path, schema, fields) => {
	const { document } = page(path);

	test('has words for everything that can be wrong with a field, at the field and in the summary', () => {
		for (const field of fields) {
			const blocks = errorBlocks(document, field);
			const summary = path.endsWith('/requests/') ? 1 : 2;
			expect([field, blocks.length]).toEqual([field, summary]);
			for (const code of possibleCodes(schema, field)) {
				for (const block of blocks)
					expect([field, code, wordsFor(block, code)]).toEqual([field, code, expect.stringMatching(/\S/)]);
			}
		}
	});

	test('has words for what concerns the whole form', () => {
		const [block] = errorBlocks(document, 'form');
		for (const code of Object.keys(errorStatus)) {
			// A code without words of its own is shown as INVALID, which has some.
			expect(block && (wordsFor(block, code) ?? wordsFor(block, 'INVALID'))).toMatch(/\S/);
		}
	});

	test('gives every control that people fill in a visible label', () => {
		const controls = ['input', 'select', 'textarea']
			.flatMap((name) => elements(document, name))
			.filter(({ attribs }) => attribs['type'] !== 'hidden' && attribs['name'] !== 'website');
		const labels = new Set(elements(document, 'label').flatMap(({ attribs }) => attribs['for'] ?? []));
		const unlabelled = controls.filter((control) => !labels.has(control.attribs['id'] ?? '') && !isInLabel(control));
		expect(unlabelled.map(({ attribs }) => attribs['name'])).toEqual([]);
	});
});

function possibleCodes(schema: z.ZodObject, field: string): string[] {
	return broken.flatMap((make) => {
		const result = schema.safeParse(make(field));
		return result.success ? [] : result.error.issues.filter(({ path }) => path[0] === field).map(({ message }) => message);
	});
}

function errorBlocks(document: Document, field: string) {
	return DomUtils.findAll(({ attribs }) => attribs['data-errors'] === field, document.children);
}

function wordsFor(block: ReturnType<typeof errorBlocks>[number], code: string): string | undefined {
	const found = DomUtils.findOne(({ attribs }) => attribs['data-code'] === code, block.children, true);
	return found ? DomUtils.textContent(found) : undefined;
}

function isInLabel(node: ReturnType<typeof errorBlocks>[number]): boolean {
	for (let parent = node.parent; parent; parent = parent.parent) if ('name' in parent && parent.name === 'label') return true;
	return false;
}
