import type { Locale } from '#config/locales';

const english = {
	priority: 'Priority',
	priorityHint: 'Where it stands in the queues. What was promised for the first reply stays as it is.',
	setPriority: 'Set priority',
	sorting: 'Spam, merge, block',
	spam: 'Spam',
	markSpam: 'Close as spam',
	spamHint: 'Closes it without a mail and leaves it out of every report. It can be undone.',
	noSpam: 'No spam after all: reopen',
	merge: 'Merge into another request',
	mergeHint:
		'For a second request about the same thing. It is closed without a mail, and its page names the other one once the address is proved. Nothing is moved: who has written the one cannot read the other. Here both stand together.',
	doMerge: 'Merge',
	merged: 'Goes on as {reference}',
	mergedHint: 'Set a state to separate the two again.',
	mergedHere: 'Merged: {reference}',
	mergedNote: '{reference} goes on here.',
	block: 'Block the sender',
	blockHint: 'New requests from this address are then held, and nobody is told. Those that exist stay as they are.',
	unblock: 'Unblock the sender',
	blockedSince: 'This sender is blocked.',
	blockedList: 'Blocked senders',
	blockedListHint: 'New requests of these are held. Only a keyed hash of each address is kept; the request tells whose it is.',
	blockedBy: 'blocked by {name}',
};

const chinese: typeof english = {
	priority: '优先级',
	priorityHint: '决定在队列里的先后，不改变承诺的首次回复时间。',
	setPriority: '修改优先级',
	sorting: '垃圾信息、合并、屏蔽',
	spam: '垃圾信息',
	markSpam: '作为垃圾信息关闭',
	spamHint: '直接关闭，不发邮件，也不计入任何统计。可以撤销。',
	noSpam: '不是垃圾信息：重新打开',
	merge: '合并到另一个工单',
	mergeHint:
		'用于同一件事提交了两次。这个工单会关闭，不发邮件，邮箱已证实时，页面上会写明在哪个编号下继续。内容不会移动：能打开一个工单的人看不到另一个。在工作台里两个会显示在一起。',
	doMerge: '合并',
	merged: '在 {reference} 下继续',
	mergedHint: '修改状态即可重新分开。',
	mergedHere: '已并入：{reference}',
	mergedNote: '{reference} 已并入这里。',
	block: '屏蔽发件人',
	blockHint: '之后这个邮箱的新请求会先列为待核，不会通知任何人。已有的工单不受影响。',
	unblock: '取消屏蔽',
	blockedSince: '这个发件人已被屏蔽。',
	blockedList: '已屏蔽的发件人',
	blockedListHint: '他们的新请求会先列为待核。这里只保存邮箱的加密摘要，是谁要看对应的工单。',
	blockedBy: '由 {name} 屏蔽',
};

/** Words for sorting requests out. */
export const sortingWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
