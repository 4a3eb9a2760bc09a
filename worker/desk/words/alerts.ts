/** What is wrong, in few words: for the banner of the desk and for the staff's chats. `{count}` is how many. */
const english = {
	late: 'Messages out are late ({count}): is the mail provider answering?',
	dead: 'Messages were given up ({count}).',
	lost: 'Queue messages could not be worked with since yesterday ({count}); see the log.',
	overdue: 'First replies are overdue ({count}).',
	calls: 'Booked calls are overdue, or held and soon due ({count}).',
	look: 'Look',
	since: 'Since',
};

const chinese: typeof english = {
	late: '有消息迟迟没有发出（{count} 条），请检查邮件服务商是否有响应。',
	dead: '有消息发送失败（{count} 条）。',
	lost: '昨天以来有队列消息无法处理（{count} 条），请看日志。',
	overdue: '有请求超过了首次回复时限（{count} 个）。',
	calls: '有预约的电话过了时间还没有打，或待核而时间将到（{count} 个）。',
	look: '查看',
	since: '开始于',
};

/** What is wrong just now. */
export const alertWords = { 'zh-cn': chinese, en: english };
