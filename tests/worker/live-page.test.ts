import { describe, it } from 'vitest';

import { timelineItems } from '../../worker/pages/live-lists.ts';
import { fillPage, type PageView } from '../../worker/pages/live-page.ts';
import { slotList } from '../../worker/callbacks/slot-list.ts';

async function fill(html: string, view: PageView): Promise<string> {
	return fillPage(new Response(html), 'en', view).text();
}

const holidays = { timezone: 'UTC', names: { '2026-11-26': '<Holiday>' } };
const plan = { lang: 'en', timezone: 'UTC', now: Date.parse('2026-11-23T01:00:00Z'), days: 7, holidays };

describe('a live page', () => {
	it('shows and hides what depends on a known fact, and leaves the rest as built', async ({ expect }) => {
		const html =
			'<p data-show="view:open">a</p><p data-show="view:request" hidden>b</p><p data-hide="view:request">c</p><p data-show="done:moved" hidden>d</p>';
		expect(await fill(html, { facts: ['view:request'] })).toBe(
			'<p data-show="view:open" hidden="">a</p><p data-show="view:request">b</p><p data-hide="view:request" hidden="">c</p><p data-show="done:moved" hidden>d</p>',
		);
	});

	it('fills texts, values, links and times, and escapes what people typed', async ({ expect }) => {
		const html =
			'<b data-fill="query"></b><input data-value="q"><a data-href="more">x</a><time data-time="slot"></time><b data-fill="other">kept</b>';
		const filled = await fill(html, {
			fills: { query: '<i>&' },
			values: { q: '"quoted"' },
			hrefs: { more: '/en/?a=1&b=2' },
			times: { slot: { at: Date.parse('2026-11-24T02:00:00Z'), timezone: 'Asia/Shanghai' } },
		});
		expect(filled).toContain('<b data-fill="query">&lt;i&gt;&amp;</b>');
		expect(filled).toContain('value="&quot;quoted&quot;"');
		expect(filled).toContain('href="/en/?a=1&b=2"');
		expect(filled).toMatch(/datetime="2026-11-24T02:00:00Z">Tue, Nov 24, 2026, 10:00 \(Shanghai time\)<\/time>/);
		expect(filled).toContain('>kept<');
	});

	it('touches nothing inside a template', async ({ expect }) => {
		const html = '<template><p data-show="a:b" hidden></p><i data-fill="x"></i></template><p data-show="a:b" hidden></p>';
		expect(await fill(html, { facts: ['a:b'], fills: { x: 'filled' } })).toBe(
			'<template><p data-show="a:b" hidden></p><i data-fill="x"></i></template><p data-show="a:b"></p>',
		);
	});

	it('reveals the words for each error, and those for INVALID when there are no better ones', async ({ expect }) => {
		const words = '<span data-code="INVALID" hidden>i</span><span data-code="REQUIRED" hidden>r</span>';
		const field = (name: string) => `<p data-errors="${name}" data-codes="INVALID REQUIRED" hidden>${words}</p>`;
		const filled = await fill(`<div data-error-summary hidden></div>${field('a')}${field('b')}${field('c')}`, {
			errors: [
				{ name: 'a', code: 'REQUIRED' },
				{ name: 'c', code: 'UNHEARD_OF' },
			],
		});
		expect(filled).toContain('<div data-error-summary></div>');
		expect(filled).toContain(
			'<p data-errors="a" data-codes="INVALID REQUIRED"><span data-code="INVALID" hidden>i</span><span data-code="REQUIRED">r</span></p>',
		);
		expect(filled).toContain(field('b'));
		expect(filled).toContain('<p data-errors="c" data-codes="INVALID REQUIRED"><span data-code="INVALID">i</span>');
	});

	it('puts typed values back into the form they were typed into, and no other', async ({ expect }) => {
		const controls =
			'<input name="name"><input type="hidden" name="locale" value="en"><input name="website"><input type="checkbox" name="urgent" value="on" checked><input type="radio" name="r" value="1"><input type="radio" name="r" value="2"><select name="s"><option value="a" selected>A</option><option value="b">B</option></select><textarea name="t">old</textarea>';
		const filled = await fill(`<form data-live-form="x">${controls}</form><form data-live-form="y">${controls}</form>`, {
			form: {
				name: 'x',
				fields: { name: ['"Ada"'], locale: ['zh-cn'], website: ['spam'], r: ['2'], s: ['b'], t: ['\n</textarea><script>'] },
			},
			errors: [{ name: 's', code: 'INVALID' }],
		});
		expect(filled.split('<form data-live-form="y">')[1]).toBe(`${controls}</form>`);
		const form = filled.split('</form>')[0];
		expect(form).toBe(
			'<form data-live-form="x"><input name="name" value="&quot;Ada&quot;"><input type="hidden" name="locale" value="en"><input name="website"><input type="checkbox" name="urgent" value="on"><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked=""><select name="s" aria-invalid="true"><option value="a">A</option><option value="b" selected="">B</option></select><textarea name="t">\n\n&lt;/textarea&gt;&lt;script&gt;</textarea>',
		);
	});

	it('appends list items in the words of the list', async ({ expect }) => {
		const at = Date.parse('2026-11-23T02:00:00Z');
		const filled = await fill('<ol data-list="timeline" data-word-moved="Moved"></ol>', {
			lists: { timeline: timelineItems([{ at, event: 'moved' }], 'en', 'UTC') },
		});
		expect(filled).toContain(
			'<li><span>Moved</span> <time datetime="2026-11-23T02:00:00Z">Mon, Nov 23, 2026, 02:00 (UTC)</time></li></ol>',
		);
	});

	it('groups free slots by local day, quieter ones first, and checks the chosen one where it stands in its day', ({ expect }) => {
		const slot = (start: string, remaining = 1) => ({ start, end: start, remaining, load: 'quiet' as const });
		const slots = [slot('2026-11-23T15:30:00Z'), slot('2026-11-23T16:00:00Z'), slot('2026-11-23T16:30:00Z', 0)];
		const html = slotList(
			slots,
			{ ...plan, lang: 'zh-CN', timezone: 'Asia/Shanghai', holidays: { ...holidays, names: {} } },
			'2026-11-23T16:00:00Z',
		)((word) => `<${word}>`);
		expect(html.match(/(?<=<span class="slot-(label|date)">)[^<]*/g)).toEqual([
			'11月23日周一',
			'11月24日周二',
			'11月23日\u200b周一',
			'11月24日\u200b周二',
		]);
		expect(html).toContain(
			'value="2026-11-23T16:00:00Z" required checked><span class="slot-time">00:00</span><span class="slot-load">&#60;quiet&#62;</span>',
		);
		expect(html.match(/ checked/g)).toHaveLength(1);
		expect(html).not.toContain('16:30:00Z');
	});

	it('folds up every day but the first that has times and the one that is chosen', ({ expect }) => {
		const slot = (start: string, remaining = 1) => ({ start, end: start, remaining, load: 'normal' as const });
		const slots = ['23', '24', '25', '26'].map((day) => slot(`2026-11-${day}T02:00:00Z`, day === '23' ? 0 : 1));
		const open = (chosen?: string) =>
			[...slotList(slots, plan, chosen)(() => '').matchAll(/<details class="slot-day"( open)?>/g)].map(([, is]) => Boolean(is));
		expect([open(), open('2026-11-26T02:00:00Z')]).toEqual([
			[true, false, false],
			[true, false, true],
		]);
	});

	it('says of a day whether it is full or closed', ({ expect }) => {
		const slot = (start: string, remaining: number) => ({ start, end: start, remaining, load: 'normal' as const });
		const slots = [slot('2026-11-23T02:00:00Z', 1), slot('2026-11-24T02:00:00Z', 0), slot('2026-11-27T02:00:00Z', 1)];
		const html = slotList(slots, plan)((word) => (word === 'holiday' ? 'closed: {name}' : word));
		expect(html.match(/class="slot-none">[^<]*/g)).toEqual([
			'class="slot-none">full',
			'class="slot-none">closed',
			'class="slot-none">closed: &#60;Holiday&#62;',
		]);
	});
});
