/** Whether a text is no secret, as far as can be told without the guard's word lists: too few words for a phrase, none long enough for a key. */
export function isCertainlyHarmless(text: string): boolean {
	const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.length < 6 && words.every((word) => word.length < 40);
}
