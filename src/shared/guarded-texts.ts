import {
	cutSecrets,
	findSecrets,
	findSplitSecret,
	noLists,
	type GuardOptions,
	type SecretSpan,
	type WordLists,
} from '#shared/secret-guard';

export { cutSecrets, noLists };

/** Fields in which 64 hex digits, or a long address, are what is asked for; and those whose tokens no person types. */
const purposes: Readonly<Record<string, GuardOptions['field']>> = {
	txHash: 'txHash',
	address: 'address',
	challenge: 'txHash',
	csrf: 'txHash',
};

/**
 * The secrets in the texts of one form or message, those included that are whole only when several texts are read together.
 * One finding for each text that holds something, in the order of the texts.
 */
export function findInTexts(texts: readonly NamedText[], lists: WordLists): Finding[] {
	const own = texts.map(({ name, text }) => findSecrets(text, lists, { field: purposes[name] }));
	const pieces = findPieces(texts, own, lists);
	return texts.flatMap(({ name }, index) => {
		const split = pieces.filter((piece) => piece.index === index).map(({ span }) => span);
		const isApart = ({ start, end }: SecretSpan) => split.every((piece) => end <= piece.start || start >= piece.end);
		const spans = [...(own[index] ?? []).filter(isApart), ...split].sort((a, b) => a.start - b.start);
		return spans.length > 0 ? [{ index, name, spans, isSplit: split.length > 0, isDetected: spans.some(isDetected) }] : [];
	});
}

/** Texts without the secrets that were detected in them, and as they were where one is only suspected. */
export function cutFromTexts(texts: readonly NamedText[], lists: WordLists): string[] {
	const cut = texts.map(({ text }) => text);
	for (const { index, spans } of findInTexts(texts, lists)) cut[index] = cutSecrets(cut[index] ?? '', spans.filter(isDetected));
	// What is still one when its middle is gone was made to be: nothing of it comes back.
	const left = findInTexts(
		texts.map(({ name }, index) => ({ name, text: cut[index] ?? '' })),
		lists,
	);
	for (const finding of left) if (finding.isDetected) cut[finding.index] = '';
	return cut;
}

/** A text that says it all by itself, such as a hash where one is asked for, is not also a piece of something. */
function findPieces(
	texts: readonly NamedText[],
	own: readonly SecretSpan[][],
	lists: WordLists,
): { index: number; span: SecretSpan }[] {
	const rest = texts.map(({ name, text }, index) => {
		const plain = purposes[name] ? findSecrets(text, lists) : (own[index] ?? []);
		return plain.some((span) => isDetected(span) || span.kind !== 'phrase') ? '' : text;
	});
	return rest.filter(Boolean).length > 1 ? findSplitSecret(rest, lists) : [];
}

function isDetected({ certainty }: SecretSpan): boolean {
	return certainty === 'detected';
}

/** A text and the field that it stands in. */
export interface NamedText {
	name: string;
	text: string;
}

/** What was found in one text. */
export interface Finding {
	/** Place of the text among those that were asked about. */
	index: number;
	name: string;
	spans: SecretSpan[];
	/** Only together with other texts is it a secret. */
	isSplit: boolean;
	/** Else only suspected. */
	isDetected: boolean;
}
