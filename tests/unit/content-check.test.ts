import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { checkContent, formatMistakes } from '../../src/lib/check/index.ts';

const article = 'content/articles/en/faq/forgot-password.mdx';
let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'content-'));
	cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** The fixture article with some of its frontmatter lines replaced, and with more text at its beginning. */
function write(changes: Record<string, string | null>, file = article, text = ''): void {
	const body = readFileSync(`tests/fixtures/${article}`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
	const lines: Record<string, string> = {
		title: 'I forgot my password',
		summary: 'The password exists only on your device; nobody can reset it.',
		category: 'safety',
		whoCanFix: '[you]',
		aliases: '[lost password, cannot unlock]',
		updated: '2026-11-20',
		reviewBy: '2027-05-20',
		related: '[guides/back-up]',
		sourceHash: '0123456789abcdef',
	};
	const merged = Object.entries({ ...lines, ...changes }).filter(([, value]) => value !== null);
	writeFileSync(join(root, file), `---\n${merged.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${text}\n${body}`);
}

describe('the content check', () => {
	test('finds nothing wrong in good content', () => {
		expect(formatMistakes(checkContent(root))).toBe('');
	});

	test.each([
		[{ summary: `"${'x'.repeat(161)}"` }, `${article}:3 summary: shorten the answer to 160 characters`],
		[{ title: '"Hm"' }, `${article}:2 title: write the question or task in full`],
		[{ category: 'saftey' }, `${article}:4 "saftey" is not a category; choose from: safety`],
		[{ whoCanFix: '[nobody]' }, `${article}:5 whoCanFix.0: choose from: you, chain, issuer, exchange, us`],
		[{ aliases: '[one]' }, `${article}:6 aliases: add at least two wordings that users would type`],
		[{ updated: 'yesterday' }, `${article}:7 updated: write a date as YYYY-MM-DD`],
		[{ reviewBy: '2026-01-01' }, `${article}:8 reviewBy: must be later than updated`],
		[{ related: '[faq/gone]' }, `${article}:9 "faq/gone" does not exist; name an article as faq/<slug> or guides/<slug>`],
		[
			{ related: '[/en/faq/x/]' },
			`${article}:9 related.0: write a path without language and ending, such as faq/forgot-password`,
		],
		[
			{ title: 'Help: I forgot my password' },
			`${article}:2 Nested mappings are not allowed in compact mappings at line 1, column 8:; put quotes around texts with ": " or a leading symbol`,
		],
		[{ colour: 'red' }, `${article}:11 colour: no such field; remove it or check its spelling`],
	])('names file, line and remedy for %o', (changes, message) => {
		write(changes);
		expect(formatMistakes(checkContent(root)).split('\n')).toContain(message);
	});

	test('names a wording that already leads to another article', () => {
		write({ aliases: '[lost password, Write down the phrase]' });
		expect(formatMistakes(checkContent(root))).toContain('"Write down the phrase" already leads to content/articles/en/');
	});

	test('asks for the other language', () => {
		rmSync(join(root, 'content/articles/zh-cn/faq/forgot-password.mdx'));
		expect(formatMistakes(checkContent(root))).toContain(
			`${article}:1 the other language is missing; write content/articles/zh-cn/faq/forgot-password.mdx`,
		);
	});

	test('says where a misplaced file belongs', () => {
		write({ title: 'Somewhere else', aliases: '[aa, bb]' }, 'content/articles/en/Forgot.mdx');
		expect(formatMistakes(checkContent(root))).toContain(
			'content/articles/en/Forgot.mdx:1 move it to content/articles/{zh-cn,en}/{faq,guides}/<slug>.mdx',
		);
	});

	test('asks for frontmatter where there is none', () => {
		writeFileSync(join(root, article), 'Just text.\n');
		expect(formatMistakes(checkContent(root))).toContain(`${article}:1 start the file with frontmatter between two lines of ---`);
	});

	test('counts a summary as readers see it', () => {
		const head = 'x'.repeat(152);
		write({ summary: `"${head} {fact:tron.unstake-wait}"` });
		expect(formatMistakes(checkContent(root))).toBe('');
		write({ summary: `"${head}xx {fact:tron.unstake-wait}"` });
		expect(formatMistakes(checkContent(root))).toBe(`${article}:3 summary: shorten the answer to 160 characters`);
	});

	test('names facts that are unknown or typed, each with its line', () => {
		const text = 'Good: <Fact id="tron.burn" />.\n\nWait <Fact id="tron.unstake-wiat" />.\nIt takes 64,300.';
		write({ title: 'I waited 14 days', aliases: '["wait {fact:tron.brun}", cannot unlock]' }, article, text);
		expect(formatMistakes(checkContent(root)).split('\n')).toEqual([
			`${article}:2 title: "14 days" is the fact tron.unstake-wait; write {fact:tron.unstake-wait}`,
			`${article}:6 aliases.0: "tron.brun" is not a fact; write tron.burn, or add it to content/facts`,
			`${article}:15 "tron.unstake-wiat" is not a fact; write tron.unstake-wait, or add it to content/facts`,
			`${article}:16 "64,300" is the fact tron.energy; write <Fact id="tron.energy" />`,
		]);
	});

	test.each([
		['value: "14"', 'wait.value: write a number, or a text for each language: { zh-cn: …, en: … }', 2],
		['unit: days', 'wait.unit: write the unit in each language: { zh-cn: …, en: … }', 3],
		['display: "15"', 'wait.display: write the same number as in value, or remove it', 3],
		['source: hearsay', 'wait.source: choose from: TD, JT, T910, GETH, EORG, TPH, TPB, BIP, CHS, C, solana.com, dev.jup.ag', 3],
		['checked: lately', 'wait.checked: write a date as YYYY-MM-DD', 4],
		['reviewBy: 2026-01-01', 'wait.reviewBy: must be later than checked', 5],
		['colour: red', 'wait.colour: no such field; remove it or check its spelling', 6],
	])('names file, line and remedy for a fact with %s', (change, message, line) => {
		const lines = ['value: 14', 'source: TD', 'checked: 2026-11-01', 'reviewBy: 2027-05-01'];
		const [field = ''] = change.split(':');
		const place = lines.findIndex((known) => known.startsWith(`${field}:`));
		if (place >= 0) lines[place] = change;
		else lines.splice(field === 'colour' ? lines.length : 1, 0, change);
		writeFileSync(join(root, 'content/facts/other.yml'), `wait:\n${lines.map((known) => `  ${known}\n`).join('')}`);
		expect(formatMistakes(checkContent(root))).toBe(`content/facts/other.yml:${line} ${message}`);
	});

	test('asks for plain names of facts and their files', () => {
		const fact = '{ value: 14, source: TD, checked: 2026-11-01, reviewBy: 2027-05-01 }';
		writeFileSync(join(root, 'content/facts/other.yml'), `Unstake Wait: ${fact}\n`);
		writeFileSync(join(root, 'content/facts/Some Facts.yml'), `wait: ${fact}\n`);
		const mistakes = formatMistakes(checkContent(root));
		expect(mistakes).toContain('content/facts/other.yml:1 Unstake Wait: rename it, in a-z, 0-9 and hyphens');
		expect(mistakes).toContain('content/facts/Some Facts.yml:1 rename the file, in a-z, 0-9 and hyphens');
	});
});
