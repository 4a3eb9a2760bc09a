import type { Locale } from '#config/locales';

const english = {
	label: 'Search requests',
	placeholder: 'Words, address, hash, reference',
	search: 'Search',
	results: 'Requests with “{query}”',
	hint: 'All words must occur in one request, its messages or its notes. The beginning of a word is enough.',
	nothing: 'No request holds all of these words.',
	notYet: 'None among the newest requests with these words.',
	further: 'Search further back',
};

const chinese: typeof english = {
	label: '搜索工单',
	placeholder: '文字、地址、哈希、编号',
	search: '搜索',
	results: '含有“{query}”的工单',
	hint: '同一个工单（含对话和备注）要包含所有的词；英文和数字输入开头即可。',
	nothing: '没有工单同时包含这些词。',
	notYet: '最近含有这些词的工单里没有找到。',
	further: '继续往前搜索',
};

/** Words of the desk's search. */
export const searchWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
