/** Words that carry no meaning in a question. Dropped only when something else is left. */
const stopWords = new Set(
	(
		'a an and are as at be been but by can cannot could did do does for from had has have how i if in is it its me my not of on or our ' +
		'should so some that the their them then there these they this to too was we were what when where which who why will with would you your ' +
		'的 了 吗 呢 啊 吧 我 你 他 她 它 我们 你们 是 在 有 和 与 也 都 就 还 又 把 被 给 让 从 到 对 为 怎么 怎样 怎么办 如何 什么 为什么 哪里 哪个 可以 能 会 要 想 请问 请 办 一个 这个 那个 这 那'
	).split(' '),
);

const han = /\p{Script=Han}+/gu;
const word = /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu;

/**
 * The words to look for in a query, without repeats: Latin words and numbers as they stand, Chinese cut into words
 * (`Intl.Segmenter`, or pairs of characters in browsers without it).
 */
export function queryTerms(query: string): string[] {
	const text = query.normalize('NFKC').toLowerCase();
	const latin = [...text.replace(han, ' ').matchAll(word)].map(([match]) => match);
	const chinese = [...text.matchAll(han)].flatMap(([run]) => cutChinese(run));
	const all = [...new Set([...latin, ...chinese])];
	const telling = all.filter((term) => !stopWords.has(term));
	return telling.length > 0 ? telling : all;
}

function cutChinese(run: string): string[] {
	if (run.length <= 2) return [run];
	if ('Segmenter' in Intl) {
		return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)].map(({ segment }) => segment);
	}
	return Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
}
