const english = {
	eraseAll: 'Delete this request for good',
	eraseCall: 'Delete this call for good',
	eraseCallHint:
		'The booking, its number, history, notes, rating and mails that are still owed go with it; its time is free again, and its private link opens nothing any more. Nothing brings it back, backups apart. The log keeps who did it, and the reference.',
	eraseTitle: 'Delete {reference} for good?',
	eraseHint:
		'Messages, notes, files, the rating and mails that are still owed go with it; its private link opens nothing any more. Nothing brings it back, backups apart. The log keeps who did it, and the reference.',
	typeReference: 'To be sure, type {reference}',
	doErase: 'Delete for good',
	wrongReference: 'That is another reference. Nothing was deleted.',
	erasedTitle: 'There is nothing under this reference',
	erasedHint: 'If it has just been deleted: it is gone, with everything that belonged to it.',
};

const chinese: typeof english = {
	eraseAll: '永久删除这个工单',
	eraseCall: '永久删除这个回电',
	eraseCallHint:
		'预约、号码、进展、备注、评价和还没发出的邮件会一起删除，时间会让出，用户的私密链接也会失效。除备份外无法恢复。记录里只留下是谁删除的，以及编号。',
	eraseTitle: '永久删除 {reference}？',
	eraseHint:
		'消息、备注、文件、评价和还没发出的邮件会一起删除，用户的私密链接也会失效。除备份外无法恢复。记录里只留下是谁删除的，以及编号。',
	typeReference: '请输入 {reference} 确认',
	doErase: '永久删除',
	wrongReference: '编号不一致，什么都没有删除。',
	erasedTitle: '没有这个编号的内容',
	erasedHint: '如果刚刚删除了它：它和所有相关内容都已经不在了。',
};

/** Deleting for good. */
export const eraseWords = { 'zh-cn': chinese, en: english };
