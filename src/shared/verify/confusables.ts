/**
 * Characters that look like those of ASCII host names, by what they look like: from Unicode 17.0 confusables.txt (UTS #39,
 * https://www.unicode.org/Public/security/, © Unicode, Inc., Unicode License V3), without what case folding and NFKD already undo.
 * Right-to-left ones are escaped: they would turn these lines around.
 */
const lookalikes: Readonly<Record<string, string>> = {
	'-': '˗\u06d4‐‒–—⁃−∸➖⨩⨪ⲳⲻ⸚',
	'.': '\u0660\u06f0\u0701\u0702ꓸ꘎',
	'..': 'ꓺ',
	'2': 'ƨƻϩᒿꙅꛯꝛ',
	'3': 'ȝɜʒзҙӡ३૩ⲝⳅⳍꝫ',
	'4': 'ꮞ',
	'6': 'ⳓⳝꮾ',
	'8': 'ȣ৪੪',
	'9': '৭੧୨൭ⳋꝯ',
	a: 'ɑαаᗅꓮꭺ',
	aa: 'ꜳ',
	ae: 'æӕ',
	ao: 'ꜵ',
	au: 'ꜷ',
	av: 'ꜹꜻ',
	ay: 'ꜽ',
	b: 'ƀƃƅɓβбвьѣҍᏼᑲᑳᖯᗷⲃꓐꞵꮟ',
	bl: 'ы',
	c: 'ȼςсҫငၚᴄⲥꓚꮯ',
	d: 'ðđƌɖɗԁᑯᗞᗪꓒꓓꭰꮷ',
	dz: 'ʣ',
	e: 'ɇεеҽҿⴹꓰꬲꭼ',
	f: 'ƒϝքᖴᵮẝꓝꞙꬵ',
	fn: 'ʩ',
	g: 'ƍǥɠɡԍցᏻᶃꓖꮐ',
	h: 'ħɦнћңһӈӊհᏺᕼⱨⲏꓧꚕꮋꮒ',
	i: 'ıɪւᵻᵼꙇꭵ',
	j: 'ɉʝϳјᒍꓙꭻ',
	k: 'ƙκкқҟᛕⱪⲕꓗꝁꮶ',
	l: 'łƚǀɨɩɫɭιіӏ\u05d5\u05df\u0627\u0661\u0673\u06f1\u07caᒪᛁⲓⳑⵏꓡꓲꮮ',
	ll: 'ǁ\u05f0',
	lo: 'ю',
	ls: 'ʪ',
	lz: 'ʫ',
	m: 'μϻмӎᗰᛖⲙꓟꮇ',
	n: 'ŋƞɲɳηղոռᵰⲛꓠ',
	o: 'øɵθοσϭоѳөօ\u05e1\u0647\u0665\u06be\u06c1\u06d5\u06f5\u06ff\u07c0०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀თჿዐ០ᴏᴑⲑⲟⴱⵁⵔ〇ꓳꝋꬽꬾꭴꮎꮻ',
	oe: 'œ',
	oo: 'ꚙꝏ',
	p: 'þƥƿρϸрᑭᵽⲣⳏꓑꮲ',
	q: 'ʠԛգզⵕ',
	r: 'ɍɼɽʀгғᖇᴦᵲⲅꓣꭇꭈꭱꮁꮢ',
	rn: 'ɱᵯ',
	s: 'ƽʂѕտടᵴꓢꜱꮥꮪ',
	t: 'ŧƭʈτтҭᵵⱦⲧꓔꭲ',
	t3: 'ꜩ',
	tf: 'ꝷ',
	ts: 'ʦ',
	u: 'ʉʋџսሀᑌᴜᵾꓴꞟꭎꭒꮜ',
	ue: 'ᵫ',
	uo: 'ꭣ',
	v: 'νѵ\u05d8\u0667\u06f7ᐯᴠⴸꓦꛟꮩ',
	w: 'ɯшѡѽԝաᴡⲽꓪꝡꮃꮤ',
	x: 'χхҳᕁᕽᚷⲭⵝꓫꭓ',
	y: 'ƴɏɣʏγυуүұყᶌỿⲩꓬꭚꭹꮍ',
	z: 'ƶȥʐζᴢᵶꓜꮓ',
};

/** ASCII characters that are taken for one another, longest first. */
const asciiLookalikes: readonly [from: RegExp, to: string][] = [
	[/rn/g, 'm'],
	[/vv/g, 'w'],
	[/[1i|]/g, 'l'],
	[/0/g, 'o'],
];

const prototypes = new Map(Object.entries(lookalikes).flatMap(([to, all]) => Array.from(all, (from) => [from, to] as const)));

/** What a text looks like: two texts with the same skeleton are easily taken for one another. Only for comparing, never to be shown. */
export function skeleton(text: string): string {
	const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
	const latin = Array.from(plain, (character) => prototypes.get(character) ?? character).join('');
	return asciiLookalikes.reduce((left, [from, to]) => left.replace(from, to), latin);
}

/** Whether a word holds Latin letters beside those of another script, or Cyrillic beside Greek, as no honest host name does. */
export function mixesScripts(word: string): boolean {
	if (/\p{Script=Latin}/u.test(word)) return /[^\p{Script=Latin}\p{N}\p{M}_.-]/u.test(word);
	return /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Greek}/u.test(word);
}
