import { describe, expect, test } from 'vitest';

import { applyChanges, readArticles, resolvePath } from '../../src/commands/lib/content-files.ts';
import { planSignOff, withSourceHash } from '../../src/commands/lib/sign-off.ts';
import { openFolder } from '../../src/lib/check/source.ts';
import { checkTranslations } from '../../src/lib/check/translations.ts';
import { formatMistakes } from '../../src/lib/check/index.ts';
import { sourceHash, splitPair, staleTranslations, toVersion } from '../../src/lib/translations.ts';
import { makeRoot, type Root } from './lib/content-root.ts';

const en = 'content/articles/en/faq/forgot-password.mdx';
const zh = 'content/articles/zh-cn/faq/forgot-password.mdx';
const text = { title: '标题', summary: '回答 {fact:tron.burn}', body: '第一行\n第二行' };

function signAll({ path }: Root): void {
	applyChanges(path, planSignOff(path).changes);
}

function staleFiles({ path }: Root): string[] {
	return staleTranslations(readArticles(path).map(toVersion)).map(({ translation }) => translation.file);
}

function mistakes({ path }: Root): string {
	return formatMistakes(checkTranslations(openFolder(`${path}/content`), readArticles(path)));
}

describe('the hash of a source', () => {
	test('is 16 hex digits that change with title, summary and body', () => {
		const hash = sourceHash(text);
		expect(hash).toMatch(/^[0-9a-f]{16}$/);
		for (const field of ['title', 'summary', 'body'] as const)
			expect(sourceHash({ ...text, [field]: `${text[field]}。` })).not.toBe(hash);
	});

	test('does not care about line ends and the space around a text', () => {
		expect(sourceHash({ ...text, body: '\r\n第一行\r\n第二行\r\n' })).toBe(sourceHash(text));
	});

	test('keeps title and summary apart', () => {
		expect(sourceHash({ title: 'ab', summary: 'c', body: '' })).not.toBe(sourceHash({ title: 'a', summary: 'bc', body: '' }));
	});
});

describe('a translation', () => {
	test('is stale once its source changes, and no longer when it is signed off again', () => {
		const root = makeRoot();
		signAll(root);
		expect(staleFiles(root)).toEqual([]);
		root.edit(zh, '\nText.', '\nText. 改了。');
		expect(staleFiles(root)).toEqual([en]);
		signAll(root);
		expect(staleFiles(root)).toEqual([]);
	});

	test('is not stale because of a changed fact, or of what else stands in its source', () => {
		const root = makeRoot();
		root.edit(zh, '\nText.', '\n<Fact id="tron.unstake-wait" />');
		signAll(root);
		root.edit('content/facts/tron.yml', 'value: 14', 'value: 15');
		root.edit(zh, 'updated: 2026-11-20', 'updated: 2026-11-22');
		expect(staleFiles(root)).toEqual([]);
	});

	test('is not called stale while one of the two is a draft', () => {
		const root = makeRoot();
		signAll(root);
		root.edit(zh, '\n---\n\nText.', '\ndraft: true\n---\n\nText. 改了。');
		expect(staleFiles(root)).toEqual([]);
	});

	test('may be the Chinese one', () => {
		const root = makeRoot();
		root.write(zh, withSourceHash(root.read(zh), '0000000000000000'));
		signAll(root);
		expect(root.read(zh)).not.toContain('0000000000000000');
		expect(root.read(en)).not.toContain('sourceHash');
		root.edit(en, '\nText.', '\nText, changed.');
		expect(staleFiles(root)).toEqual([zh]);
	});

	test('cannot be told from its source where both hold a hash', () => {
		const signed = { ...text, draft: false, sourceHash: '0000000000000000' };
		expect(
			splitPair([
				{ ...signed, id: 'en/faq/x' },
				{ ...signed, id: 'zh-cn/faq/x' },
			]),
		).toBeUndefined();
	});
});

describe('the check of translations', () => {
	test('asks for the sign-off that is missing', () => {
		expect(mistakes(makeRoot())).toContain(
			`${en}:1 nobody has signed this translation off; run npm run translated faq/forgot-password`,
		);
	});

	test('names a pair in which both hold a hash', () => {
		const root = makeRoot();
		signAll(root);
		expect(mistakes(root)).toBe('');
		root.write(zh, withSourceHash(root.read(zh), '1234567890123456'));
		expect(mistakes(root)).toBe(
			`${zh}:10 both languages hold a sourceHash; remove this line from the one that was written first, then run npm run translated faq/forgot-password`,
		);
	});

	test('names a published article whose address is not on record', () => {
		const root = makeRoot();
		signAll(root);
		root.edit('content/addresses.yml', '- faq/forgot-password\n', '');
		expect(mistakes(root)).toBe(
			`${zh}:1 its address is not in content/addresses.yml yet; run npm run translated faq/forgot-password`,
		);
	});
});

describe('npm run translated', () => {
	test('changes nothing but one line, whatever the line ends', () => {
		const crlf = '---\r\ntitle: "a: b"   # note\r\n---\r\n\r\nText.\r\n---\r\n';
		expect(withSourceHash(crlf, '00000000000000e1')).toBe(crlf.replace('note\r\n', 'note\r\nsourceHash: "00000000000000e1"\r\n'));
		expect(withSourceHash(withSourceHash(crlf, '00000000000000e1'), '1111111111111111')).toBe(
			crlf.replace('note\r\n', 'note\r\nsourceHash: "1111111111111111"\r\n'),
		);
	});

	test('signs one article and says so', () => {
		const root = makeRoot();
		const { changes, lines } = planSignOff(root.path, 'forgot-password');
		expect(changes.map(({ file }) => file)).toEqual([en, 'content/addresses.yml']);
		expect(lines).toEqual([
			`faq/forgot-password: ${en} now says what ${zh} says.`,
			'content/addresses.yml: the address is on record now.',
		]);
	});

	test('says that readers do not get a draft yet', () => {
		const root = makeRoot();
		root.edit(zh, 'category:', 'draft: true\ncategory:');
		expect(planSignOff(root.path, 'forgot-password').lines).toContain(
			'faq/forgot-password is a draft still: readers do not get it.',
		);
	});

	test('signs nothing twice', () => {
		const root = makeRoot();
		signAll(root);
		expect(planSignOff(root.path).changes).toEqual([]);
	});

	test('puts no draft on record', () => {
		const root = makeRoot();
		for (const file of [en, zh]) root.edit(file, '\n---\n\nText.', '\ndraft: true\n---\n\nText.');
		signAll(root);
		expect(root.read(en)).toContain('sourceHash');
		expect(root.read('content/addresses.yml')).not.toContain('faq/forgot-password');
	});

	test.each([
		'forgot-password',
		'faq/forgot-password',
		'en/faq/forgot-password',
		'/zh-cn/faq/forgot-password/',
		'./content/articles/en/faq/forgot-password.mdx',
		'/somewhere/content/articles/zh-cn/faq/forgot-password.mdx',
	])('understands %s', (name) => {
		expect(resolvePath(name, [{ id: 'en/faq/forgot-password' }, { id: 'en/guides/back-up' }])).toBe('faq/forgot-password');
	});

	test('names the nearest articles for one that is not there, and the choice where there are several', () => {
		const articles = [{ id: 'en/faq/back-up' }, { id: 'en/guides/back-up' }, { id: 'en/faq/forgot-password' }];
		expect(() => resolvePath('forgot-pasword', articles)).toThrow('The nearest names: forgot-password, back-up.');
		expect(() => resolvePath('back-up', articles)).toThrow('choose faq/back-up or guides/back-up');
	});

	test('refuses an article in which both languages hold a hash', () => {
		const root = makeRoot();
		for (const file of [en, zh]) root.write(file, withSourceHash(root.read(file), '0000000000000000'));
		expect(() => planSignOff(root.path, 'forgot-password')).toThrow('hold a sourceHash');
		expect(planSignOff(root.path).lines.join()).toContain('left alone: Both languages of faq/forgot-password');
	});
});
