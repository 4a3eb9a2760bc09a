import type { Locale } from '#config/locales';

const english = {
	tools: 'Insert an article or a saved reply',
	findArticle: 'Find an article',
	find: 'Find',
	insert: 'Insert',
	noArticle: 'No article found.',
	saved: 'Saved reply',
};

const chinese: typeof english = {
	tools: '插入文章或常用回复',
	findArticle: '查找文章',
	find: '查找',
	insert: '插入',
	noArticle: '没有找到文章。',
	saved: '常用回复',
};

/** Words for help with writing a reply. */
export const composeWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
