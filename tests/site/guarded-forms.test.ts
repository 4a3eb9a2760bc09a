import { existsSync, readFileSync } from 'node:fs';

import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { pages } from './lib/dist.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const textless = new Set(['hidden', 'checkbox', 'radio', 'submit', 'button', 'image', 'reset', 'file', 'range', 'color']);

/** One of each form of the site that takes text, whatever page it stands on. */
const forms = new Map(
	pages.flatMap(({ path, document }) =>
		DomUtils.getElementsByTagName('form', document.children).flatMap((form) => {
			const names = textFields(form).map(({ attribs }) => attribs['name'] ?? '');
			const key = `${form.attribs['action']?.replace(/^\/(?:zh-cn|en)/, '')} ${names.join(' ')}`;
			return names.length > 0 ? [[`${key} (${path.split('/')[1]})`, { path, document, form }] as const] : [];
		}),
	),
);

test('there are forms, and no text field stands outside of them', () => {
	expect(forms.size).toBeGreaterThanOrEqual(12);
	const outside = pages.flatMap(({ path, document }) =>
		textFieldsIn(document.children)
			.filter((field) => !closest(field, 'form'))
			.map(({ attribs }) => `${path} ${attribs['name']}`),
	);
	expect(outside).toEqual([]);
});

const isSearch = (form: Element) => form.attribs['role'] === 'search';
/** Shown to readers without script only; the Worker guards addresses. */
const isZone = (form: Element) => form.attribs['class']?.split(' ').includes('zone') ?? false;
const formsThat = (choose: (form: Element) => boolean) => [...forms].filter(([, { form }]) => choose(form));

test.each([...forms])('the form %s puts nothing into an address, but for the search and the time zone', (_, { form }) => {
	expect(form.attribs['method'] ?? 'get').toBe(isSearch(form) || isZone(form) ? 'get' : 'post');
});

describe.each(formsThat(isSearch))('the search form %s', (_, { form }) => {
	test('has a panel that says what was stopped and removes it', () => {
		const panel = closest(form, 'help-search');
		for (const fact of ['results:secret', 'results:hash']) {
			const block = find(panel, (attribs) => attribs['data-show'] === fact);
			expect(find(block, (attribs) => 'data-cut' in attribs)).toBeTruthy();
		}
	});
});

describe.each(formsThat((form) => !isSearch(form) && !isZone(form)))('the form %s', (_, { form, document }) => {
	test('belongs to an element that guards it, and brings the words along', () => {
		const host = hostOf(form);
		const source = `src/elements/${host}.ts`;
		expect([host, existsSync(source) && /new FormGuard\(/.test(readFileSync(source, 'utf8'))]).toEqual([host, true]);
		expect(find(form, (attribs) => 'data-guard-notice' in attribs)).toBeTruthy();
		expect(find(form, (attribs) => 'data-guard-status' in attribs)).toBeTruthy();
		for (const { attribs } of textFields(form))
			expect([attribs['name'], attribs['id']]).toEqual([attribs['name'], expect.any(String)]);
	});

	test('can say without script that a secret came in, and ask about what may be one', () => {
		const host = DomUtils.findOne(({ name }) => name === hostOf(form), document.children, true);
		expect(find(host, (attribs) => attribs['data-show'] === 'secret:yes')).toBeTruthy();
		if (form.attribs['data-live-form'] === 'open') return;
		expect(
			find(
				find(form, (attribs) => attribs['data-show'] === 'suspected:yes'),
				(attribs) => attribs['name'] === 'confirmed',
			),
		).toBeTruthy();
		for (const { attribs } of textFields(form)) {
			const codes = find(form, (other) => other['data-errors'] === attribs['name'])?.attribs['data-codes']?.split(' ') ?? [];
			expect([attribs['name'], codes]).toEqual([
				attribs['name'],
				expect.arrayContaining(['SECRET_DETECTED', 'SECRET_SUSPECTED']),
			]);
		}
	});
});

/** Fields that a person types into; the trap for machines is none. */
function textFields(form: Element): Element[] {
	return textFieldsIn(form.children);
}

function textFieldsIn(nodes: Element['children']): Element[] {
	return DomUtils.findAll(
		({ name, attribs }) =>
			(name === 'textarea' || 'contenteditable' in attribs || (name === 'input' && !textless.has(attribs['type'] ?? 'text'))) &&
			attribs['name'] !== 'website',
		nodes,
	);
}

function find(within: Element | null | undefined, matches: (attribs: Record<string, string>) => boolean): Element | null {
	return within ? DomUtils.findOne(({ attribs }) => matches(attribs), within.children, true) : null;
}

/** The custom element around a form. */
function hostOf(form: Element): string {
	for (let parent = form.parent; parent; parent = parent.parent)
		if ('name' in parent && parent.name.includes('-')) return parent.name;
	return 'none';
}

function closest(element: Element, name: string): Element | null {
	for (let parent = element.parent; parent; parent = parent.parent) {
		if ('name' in parent && parent.name === name) return parent;
	}
	return null;
}
