const english = {
	searchesHint: 'Found nothing, or nothing that was opened. Words are shown once {networks} networks have used them on one day.',
	searchedFor: 'Words',
	count: 'Searches',
	days: 'Days',
	lastDays: 'Last {days} days',
	foundNothing: 'Found nothing',
	all: 'All',
	hidden: 'Not shown, because too few networks have used them: wordings {texts}, searches {searches}.',
	lost: 'Searches that could not be counted: {count}.',
	article: 'Article',
	yes: 'Yes',
	no: 'No',
	outdated: 'Outdated',
	unclear: 'Unclear',
	wrong: 'Wrong',
	missing: 'Something is missing',
	other: 'Other',
};

const chinese: typeof english = {
	searchesHint: '没有搜到结果，或者结果没有人点开。同一天有 {networks} 个网络搜过的词才会显示。',
	searchedFor: '搜索词',
	count: '次数',
	days: '天数',
	lastDays: '最近 {days} 天',
	foundNothing: '无结果',
	all: '全部',
	hidden: '另有 {texts} 个词因搜过的网络太少而不显示，共搜索 {searches} 次。',
	lost: '未能计数的搜索：{count} 次。',
	article: '文章',
	yes: '有用',
	no: '没用',
	outdated: '过时了',
	unclear: '看不懂',
	wrong: '有错误',
	missing: '缺内容',
	other: '其他',
};

/** What readers voted, wrote and looked for. */
export const feedbackWords = { 'zh-cn': chinese, en: english };
