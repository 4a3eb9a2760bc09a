import { unknownFact, type Fact, type Facts } from '../facts.ts';

const code = /```[\s\S]*?```|`[^`\n]*`|<code>[\s\S]*?<\/code>/g;
const links = /\]\([^)\s]*\)|https?:\/\/[^\s)]+/g;
const tagsAndExpressions = /<[^<>]*>|\{[^{}]*\}/g;
/** Not the second half of a range such as "30 to 60 seconds". */
const numbers = /(?<![\w.,])(?<!\d\s?(?:-|–|~|、|至|到|to|or|或)\s?)\d+(?:,\d{3})*(?:\.\d+)?(?!\d)/g;

/** A text that can be nothing but the fact, such as a contract's address. */
const addressPattern = /^\w{20,}$/;

/** Mistakes about facts in the text of an article. */
export function checkTextFacts(text: string, facts: Facts): FactMistake[] {
	const mistakes: FactMistake[] = [];
	const withoutCode = blank(text, code);
	for (const { 0: tag, index } of withoutCode.matchAll(/<Fact\b[^<>]*>/g)) {
		const id = /^<Fact\s+id="([^"]*)"(?:\s+bare)?\s*\/>$/.exec(tag)?.[1];
		if (id === undefined)
			mistakes.push({
				index,
				message: 'write <Fact id="<group>.<name>" />, or <Fact id="<group>.<name>" bare /> without its unit',
			});
		else if (!facts.has(id)) mistakes.push({ index, message: unknownFact(id, facts) });
	}
	// The table of contents and the addresses of headings are made before components are.
	for (const { index } of withoutCode.matchAll(/^#{1,6} .*<Fact\b/gm))
		mistakes.push({ index, message: 'a heading cannot hold a fact; write it in the text below' });
	for (const { 0: marker, 1: id = '', index } of withoutCode.matchAll(/\{fact:([^{}\s]*)[^{}]*\}/g))
		mistakes.push({ index, message: `${marker} works at the top of the file only; write ${asTag(id)}` });
	const headings = withoutCode.replace(/^(?!#{1,6} ).*$/gm, erase);
	return [
		...mistakes,
		...typedFacts(blank(text, /^#{1,6} .*$/gm), facts, asTag),
		...typedFacts(headings, facts, () => 'it in the text below, since a heading cannot hold a fact'),
	];
}

/** Mistakes about facts in one text of frontmatter. */
export function checkTopFacts(text: string, facts: Facts): FactMistake[] {
	const mistakes: FactMistake[] = [];
	for (const { 1: id = '', index } of text.matchAll(/\{fact:([^{}\s]*)[^{}]*\}/g))
		if (!facts.has(id)) mistakes.push({ index, message: unknownFact(id, facts) });
	for (const { index } of text.matchAll(/<Fact\b/g))
		mistakes.push({ index, message: '<Fact … /> works in the text only; write {fact:<group>.<name>}' });
	return [...mistakes, ...typedFacts(text, facts, asMarker)];
}

/** Facts that stand typed out, so that nobody would find them when they change. */
function typedFacts(text: string, facts: Facts, write: Writer): FactMistake[] {
	const mistakes: FactMistake[] = [];
	const prose = blank(text, code, links, tagsAndExpressions);
	for (const { 0: number, index } of prose.matchAll(numbers)) {
		const value = Number(number.replaceAll(',', ''));
		const found = [...facts].flatMap(([id, fact]) => {
			const typed = fact.value === value ? typedAs(fact, number, prose, index) : undefined;
			return typed === undefined ? [] : [{ id, typed }];
		});
		const [first] = found;
		if (!first) continue;
		const ids = found.map(({ id }) => id).join(' or ');
		// "14-day" holds the unit in another form, so only the number is replaced.
		const compound = /^[\d.,]+(-.+)$/.exec(first.typed)?.[1];
		const remedies = new Set(found.map(({ id }) => write(id, compound)));
		mistakes.push({ index, message: `"${first.typed}" is the fact ${ids}; write ${[...remedies].join(' or ')}` });
	}
	return [...mistakes, ...typedAddresses(blank(text, links), facts, write)];
}

/** The part of the text that says the fact, starting with its number at `index`. */
function typedAs({ value, unit }: Fact, number: string, prose: string, index: number): string | undefined {
	if (!unit) return Number(value) >= 1000 ? number : undefined;
	const rest = prose.slice(index + number.length);
	const typedUnit = unitOf(rest, unit.en) ?? unitOf(rest, unit['zh-cn']);
	if (!typedUnit) return undefined;
	// "1 TRX = 1,000,000 sun" says what a unit is worth.
	const isDefinition = value === 1 && /^\s*(?:=|is|equals|是|等于)\s*[\d\0]/.test(rest.slice(typedUnit.length));
	return isDefinition ? undefined : number + typedUnit;
}

/** The unit as it stands right after its number: " days", " day", "-day". */
function unitOf(rest: string, unit: string): string | undefined {
	if (/^[a-z]+$/i.test(unit)) return new RegExp(`^[\\s-]?${unit.replace(/s$/, '')}s?(?![a-z])`, 'i').exec(rest)?.[0];
	const space = /^\s?/.exec(rest)?.[0] ?? '';
	return rest.startsWith(space + unit) ? space + unit : undefined;
}

/** Addresses usually stand in code, where nothing else is looked at. */
function typedAddresses(text: string, facts: Facts, write: Writer): FactMistake[] {
	const lower = text.toLowerCase();
	return [...facts].flatMap(([id, { value }]) => {
		const address = typeof value === 'number' ? '' : value.en;
		if (!lower.includes(address.toLowerCase()) || !addressPattern.test(address)) return [];
		return [...text.matchAll(new RegExp(address, 'gi'))].map(({ index }) => {
			const remedy = write === asTag ? `<code>${asTag(id)}</code>` : write(id);
			return { index, message: `"${address}" is the fact ${id}; write ${remedy}` };
		});
	});
}

/** Overwrites every match, so that what is left keeps its place. */
function blank(text: string, ...patterns: RegExp[]): string {
	return patterns.reduce((rest, pattern) => rest.replace(pattern, erase), text);
}

function erase(match: string): string {
	return match.replace(/.+/g, (line) => '\0'.repeat(line.length));
}

function asTag(id: string, rest = ''): string {
	return `<Fact id="${id}"${rest && ' bare'} />${rest}`;
}

function asMarker(id: string, rest = ''): string {
	return `{fact:${id}${rest && ' bare'}}${rest}`;
}

/** A mistake, and how many characters into the text it stands. */
export interface FactMistake {
	index: number;
	message: string;
}

/** How to write a fact instead; `rest` is what follows its number in place of the unit. */
type Writer = (id: string, rest?: string) => string;
