import { describe, expect, test } from 'vitest';

import { toMarkdown } from '../../src/lib/markdown.ts';

const words = {
	actor: (id: string) => `Actor ${id}`,
	platform: (id: string) => `Platform ${id}`,
	fact: (id: string, bare: boolean) => (bare ? `[${id}]` : `[${id} unit]`),
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

	test('fills in facts and names platforms, and drops what only groups', () => {
		const text =
			'<Steps>\n\n1. Pay <Fact id="a.b" /> or <Fact id="a.b" bare />.\n\n</Steps>\n\n<PlatformTabs>\n<Platform name="ios">\nTap.\n</Platform>\n</PlatformTabs>';
		expect(toMarkdown(text, words)).toBe('1. Pay [a.b unit] or [a.b].\n\n**Platform ios**\n\nTap.');
	});
});
