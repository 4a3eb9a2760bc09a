import type { Locale } from '#config/locales';
import type { Rule } from '#config/routing-schema';

/** The first rule that a request matches. */
export function route(rules: readonly Rule[], request: Routable): Rule | undefined {
	return rules.find((rule) => isMatch(explain(rule, request)));
}

/** Each condition of a rule, with what of it is true of a request. A rule without conditions has none to miss. */
export function explain({ when }: Rule, request: Routable): Condition[] {
	const conditions: Condition[] = [];
	const add = (kind: Condition['kind'], wanted: readonly string[] | undefined, met: (entry: string) => boolean) => {
		if (wanted) conditions.push({ kind, wanted, met: wanted.filter(met) });
	};
	const text = normalise(request.message);
	add('topics', when.topics, (topic) => topic === request.topic);
	add('locales', when.locales, (locale) => locale === request.locale);
	add('chains', when.chains, (chain) => chain === request.chain);
	add('words', when.words && Object.values(when.words).flat(), (word) => holds(text, normalise(word)));
	add(
		'urgent',
		when.urgent === undefined ? undefined : [String(when.urgent)],
		(urgent) => urgent === String(request.urgent ?? false),
	);
	return conditions;
}

/** Whether all conditions of a rule are met. */
export function isMatch(conditions: readonly Condition[]): boolean {
	return conditions.every(({ met }) => met.length > 0);
}

/** Chinese has no spaces: a word may stand anywhere. A Latin word stands by itself: "hack" is not in "shackle". */
function holds(text: string, word: string): boolean {
	if (!/^[a-z0-9]/.test(word)) return text.includes(word);
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		if (!isLatin(text[at - 1]) && !isLatin(text[at + word.length])) return true;
	}
	return false;
}

function isLatin(character: string | undefined): boolean {
	return character !== undefined && /[a-z0-9]/.test(character);
}

function normalise(text: string): string {
	return text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
}

/** What rules look at. */
export interface Routable {
	topic: string;
	locale: Locale;
	chain?: string | null | undefined;
	urgent?: boolean | undefined;
	message: string;
}

export interface Condition {
	kind: 'topics' | 'locales' | 'chains' | 'words' | 'urgent';
	wanted: readonly string[];
	/** Those of the wanted that are true: one is enough. */
	met: readonly string[];
}
