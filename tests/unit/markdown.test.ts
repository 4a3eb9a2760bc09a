import { describe, expect, test } from 'vitest';

import { articleMarkdown } from '../../src/lib/article-markdown.ts';
import { toMarkdown } from '../../src/lib/markdown.ts';

const words = {
	actor: (id: string) => `Actor ${id}`,
	platform: (id: string) => `Platform ${id}`,
};

describe('an article as Markdown', () => {
	test('keeps plain Markdown as it is, code blocks included', () => {
		const text = '## Heading\n\n1. One\n2. Two\n\n```\n<Steps>\n```';
		expect(toMarkdown(text, words)).toBe(text);
	});

	test('turns callouts, accordions and actors into quotes', () => {
		expect(toMarkdown('<Callout type="danger" title="Stop">\nNever share it.\n\nReally.\n</Callout>', words)).toBe(
			'> **Stop**\n>\n> Never share it.\n>\n> Really.',
		);
		expect(toMarkdown('<WhoCanFix who="issuer">\nThey can.\n</WhoCanFix>', words)).toBe('> **Actor issuer**\n>\n> They can.');
	});

	test('says in words what a diagram shows', () => {
		const text = '<Diagram name="keys" alt="Whose key opens what." caption="Keys">\n\n- Yours.\n- Theirs.\n\n</Diagram>\n\nThen.';
		expect(toMarkdown(text, words)).toBe('Whose key opens what.\n\n- Yours.\n- Theirs.\n\nThen.');
	});

	test('names platforms, and drops what only groups', () => {
		const text = '<Steps>\n\n1. Pay.\n\n</Steps>\n\n<PlatformTabs>\n<Platform name="ios">\nTap.\n</Platform>\n</PlatformTabs>';
		expect(toMarkdown(text, words)).toBe('1. Pay.\n\n**Platform ios**\n\nTap.');
	});

	test('starts with title, answer and who can fix it, and ends with its date and address', () => {
		const data = {
			title: 'Stuck?',
			summary: 'Wait an hour.',
			whoCanFix: ['chain' as const, 'you' as const],
			updated: new Date('2026-11-20'),
		};
		const site = { url: 'https://help.example.com', mode: 'production' as const };
		expect(
			articleMarkdown({ locale: 'en', url: '/en/faq/stuck/', data, body: '\n<Steps>\n\n1. Wait.\n\n</Steps>\n' }, site),
		).toBe(
			'# Stuck?\n\n> Wait an hour.\n\nWho can fix this: The chain, You\n\n1. Wait.\n\n---\n\nUpdated 2026-11-20 · https://help.example.com/en/faq/stuck/\n',
		);
	});
});
