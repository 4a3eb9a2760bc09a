import { stem } from './text.ts';

/** English words that carry little meaning in a question. */
export const stopStems = new Set(
	(
		'a an and are as at be been but by can cannot could did do does for from had has have how i if in into is it its me my no not of on or our ' +
		'should so some than that the their them then there these they this to too was we were what when where which while who whom why will with ' +
		'would you your am im ive dont cant any get got just please help want need way make after before up out about'
	)
		.split(' ')
		.map(stem),
);

/** Their like in Chinese, as a segmenter cuts them. */
export const stopChinese = new Set(
	(
		'怎么 怎样 怎么办 如何 什么 为什么 为何 为啥 哪里 哪个 哪些 可以 能不能 不能 是否 有没有 没有 是不是 我的 你的 请问 一个 这个 那个 这样 时候 ' +
		'吗 呢 啊 吧 的 了 是 我 在 有 要 想 会 就 都 也 还 又 把 被 给 让 从 对 为 和 与 或 里 上 下 不 很 做 用 办 来 去 么办 为什'
	).split(' '),
);
