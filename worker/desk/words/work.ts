import type { Locale } from '#config/locales';

const english = {
	assignTo: 'Assign to',
	assign: 'Assign',
	me: '{name} (me)',
	bulkSame: 'Already so: {same}.',
	bulkGone: 'No longer there: {gone}.',
	bulkNone: 'Nothing was chosen.',
	earlier: 'Other requests from this address',
	earlierHint: 'Anybody can type any address. Never tell the writer what stands in another request.',
	earlierMore: 'Show all',
	verified: 'Address proved',
	unverified: 'Address not proved',
};

const chinese: typeof english = {
	assignTo: '分配给',
	assign: '分配',
	me: '{name}（我）',
	bulkSame: '本来就是这样：{same} 个。',
	bulkGone: '已经不存在：{gone} 个。',
	bulkNone: '没有选中任何工单。',
	earlier: '同一邮箱的其他工单',
	earlierHint: '任何人都能填任何邮箱：不要把其他工单里的内容告诉写信的人。',
	earlierMore: '查看全部',
	verified: '邮箱已证实',
	unverified: '邮箱未证实',
};

/** Words for sharing work and for what is known of a sender. */
export const workWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
