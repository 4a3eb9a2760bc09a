import { describe, expect, test } from 'vitest';

import { applyChanges, readArticles } from '../../src/commands/lib/content-files.ts';
import { planNewArticle, type Answers } from '../../src/commands/lib/new-article.ts';
import { readSurroundings } from '../../src/commands/lib/surroundings.ts';
import { checkContent, formatMistakes } from '../../src/lib/check/index.ts';
import { staleTranslations, toVersion } from '../../src/lib/translations.ts';
import { makeRoot } from './lib/content-root.ts';

const now = Date.parse('2026-08-31T23:00:00Z');
const good: Answers = {
	kind: 'faq',
	slug: 'lost-phone',
	category: 'safety',
	'title-zh': '手机丢了，币还在吗？',
	'title-en': 'I lost my phone: are my coins gone?',
	'summary-zh': '币在链上，不在手机里。用助记词在新手机上恢复就好。',
	'summary-en': 'Your coins are on the chain: restore them from your phrase on a new phone.',
	who: 'you, us',
};

function plan(changes: Partial<Answers> = {}, root = makeRoot()) {
	return planNewArticle({ ...good, ...changes }, readSurroundings(root.path), now);
}

describe('npm run new', () => {
	test.each(['faq', 'guides'])('makes a draft of %s in both languages that passes the check as it is', (kind) => {
		const root = makeRoot();
		applyChanges(root.path, plan({ kind }, root).changes);
		const mistakes = formatMistakes(checkContent(root.path)).split('\n');
		expect(mistakes.filter((line) => line.includes('lost-phone'))).toEqual([]);
		const drafts = readArticles(root.path).filter(({ slug }) => slug === 'lost-phone');
		expect(drafts.map(({ id, data }) => [id, data?.draft, data?.whoCanFix])).toEqual([
			[`en/${kind}/lost-phone`, true, ['you', 'us']],
			[`zh-cn/${kind}/lost-phone`, true, ['you', 'us']],
		]);
	});

	test('dates it by the clock, to be read again after six months', () => {
		const [chinese] = plan().changes;
		expect(chinese?.text).toContain('\nupdated: 2026-08-31\nreviewBy: 2027-02-28\n');
	});

	test.each([
		['zh-cn', 'en'],
		['en', 'zh-cn'],
	])('makes %s the source and signs the other language off against it', (source, translation) => {
		const root = makeRoot();
		const { changes } = plan({ source }, root);
		const signed = changes.filter(({ text }) => text?.includes('sourceHash')).map(({ file }) => file);
		expect(signed).toEqual([`content/articles/${translation}/faq/lost-phone.mdx`]);
		applyChanges(
			root.path,
			changes.map(({ file, text }) => ({
				file,
				text: text?.replace(/^draft.*\n/m, '').replace('aliases: []', 'aliases: [a1, a2]'),
			})),
		);
		expect(staleTranslations(readArticles(root.path).map(toVersion))).toEqual([]);
	});

	test('keeps titles that YAML would read as something else', () => {
		const root = makeRoot();
		const title = 'Error: "insufficient funds" #1 - why?';
		applyChanges(root.path, plan({ 'title-en': title }, root).changes);
		expect(readArticles(root.path).find(({ id }) => id === 'en/faq/lost-phone')?.data?.title).toBe(title);
	});

	test('tells both files, the preview and what comes next', () => {
		const lines = plan().lines.join('\n');
		expect(lines).toContain('Written: content/articles/en/faq/lost-phone.mdx');
		expect(lines).toContain('http://localhost:4321/zh-cn/faq/lost-phone/');
		expect(lines).toContain('npm run translated faq/lost-phone');
	});

	test.each([
		[{ kind: 'news' }, '--kind "news": choose from: faq, guides'],
		[{ slug: 'Lost Phone' }, '--slug "Lost Phone": write a-z, 0-9 and single hyphens'],
		[{ slug: 'forgot-password' }, 'faq/forgot-password is an article already'],
		[{ slug: 'back-up' }, 'guides/back-up is an article already'],
		[{ slug: 'old-name' }, 'faq/old-name leads to faq/forgot-password'],
		[{ slug: 'once' }, 'faq/once was the address of another article'],
		[{ category: 'saftey' }, '--category "saftey": choose from: safety'],
		[{ 'title-en': 'Hm' }, '--title-en "Hm": write the question or task in full'],
		[{ 'title-en': 'Paper Backup' }, 'it already leads to content/articles/en/guides/back-up.mdx'],
		[{ 'title-en': 'I waited 14 days' }, '"14 days" is the fact tron.unstake-wait'],
		[{ 'summary-en': 'x'.repeat(161) }, 'shorten the answer to 160 characters'],
		[{ 'summary-zh': 'Your coins are on the chain.' }, 'this is English; write it in Chinese'],
		[{ 'title-en': '手机丢了，币还在吗？' }, 'this is Chinese; write it in English'],
		[{ who: 'you and the exchange and us' }, 'choose from: you, chain'],
		[{ who: 'me' }, '--who "me": choose from: you, chain, issuer, exchange, us'],
		[{ source: 'fr' }, '--source "fr": choose from: zh-cn, en'],
	])('refuses %o and says what to write instead', (changes, message) => {
		const root = makeRoot();
		root.write('content/redirects.yml', 'faq/old-name: faq/forgot-password\n');
		root.write('content/addresses.yml', '- faq/once\n');
		expect(() => plan(changes, root)).toThrow(message);
	});

	test('names everything that is wrong at once', () => {
		expect(() => plan({ kind: 'news', who: '' })).toThrow(/--kind[\s\S]*--who/);
	});
});
