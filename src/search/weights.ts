/**
 * How much each sign of relevance counts. Found by searching for the best mean reciprocal rank on half of the judged queries over
 * public documentation in both languages; the other half confirmed them (docs/decisions/0011-search.md).
 */
export const weights = {
	/** BM25: how soon repetition stops counting, and how much a long page counts as diluted. */
	saturation: 6.4,
	length: 0.4,
	/** Times in the text that a place in the title or another wording, or in a section's heading is worth. */
	title: 6,
	heading: 2,
	/** Exponent of a term's rarity. */
	rarity: 0.09,
	/** Rarity that is left to what stands nowhere. */
	nowhere: 0.7,
	/** How much the text's score falls with what is missing. */
	all: 0.24,
	headings: 0.8,
	/** Exponent of how much of a heading the query says. */
	exactness: 0.41,
	/** A section's heading, compared with the title. */
	section: 0.35,
	passage: 0.5,
	/** The query, or a part of it, word for word; with the exponent, hardly anything but all of it counts. */
	phrase: 0.4,
	wholePhrase: 4,
	coverage: 0.09,
	/** Words that carry little meaning, and pairs of characters that belong to two words. */
	stop: 0.15,
	acrossWords: 0.94,
	/** Variants, compared with what was typed. */
	correction: 0.7,
	completion: 0.7,
	synonym: 0.6,
	pinyin: 0.9,
	homophone: 0.88,
	initials: 0.6,
} as const;

/** Groups that weigh less than this are not looked up while others are there: they cost files and say little. */
export const tellingWeight = 0.3;
