import { readdirSync, readFileSync } from 'node:fs';

import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { localeIds } from '../../src/config/locales.ts';
import { readDiagram } from '../../src/lib/diagrams.ts';

const folder = 'content/diagrams';
const files = readdirSync(folder);

describe('diagrams', () => {
	test('exist in every language', () => {
		const names = new Set(files.map((file) => file.split('.')[0]));
		expect(names.size).toBeGreaterThan(0);
		expect(files).toEqual([...names].flatMap((name) => localeIds.map((locale) => `${name}.${locale}.svg`)).sort());
	});

	test('say which file is missing', () => {
		expect(() => readDiagram('nothing', 'en')).toThrow('content/diagrams/nothing.en.svg');
	});
});

describe.each(files)('%s', (file) => {
	const elements = DomUtils.getElementsByTagName(
		'*',
		parseDocument(readFileSync(`${folder}/${file}`, 'utf8'), { xmlMode: true }),
	);

	test('holds nothing that the content security policy or a second diagram on the page would break', () => {
		expect(elements.filter(({ name }) => name === 'style' || name === 'script')).toEqual([]);
		expect(elements.filter(({ attribs }) => 'style' in attribs || 'id' in attribs || 'href' in attribs)).toEqual([]);
	});

	test('takes every colour from the theme', () => {
		const colours = elements
			.flatMap(({ attribs }) => [attribs['fill'], attribs['stroke']])
			.filter((value) => value !== undefined);
		expect(colours.filter((value) => value !== 'none' && !/^var\(--[a-z-]+\)$/.test(value))).toEqual([]);
	});

	test('is as wide as a phone, and has no text below 13 units', () => {
		expect(elements[0]?.attribs['viewBox']).toMatch(/^0 0 360 \d+$/);
		expect(elements.filter(({ attribs }) => 'transform' in attribs)).toEqual([]);
		const texts = elements.filter(({ name }) => name === 'text' || name === 'tspan');
		expect(texts.length).toBeGreaterThan(0);
		expect(texts.filter((element) => !(fontSize(element) >= 13)).map((element) => DomUtils.textContent(element))).toEqual([]);
	});
});

/** In units of the viewBox, from the nearest element that says it; not a number where none does. */
function fontSize(element: Element): number {
	for (let node: Element['parent'] = element; node && 'attribs' in node; node = node.parent)
		if (node.attribs['font-size']) return Number(node.attribs['font-size']);
	return Number.NaN;
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
