const english = {
	switchesHint:
		'A form that is flooded can be switched off here, at once and without a deployment. Its page then names the other ways to reach you. What has been sent stays, and booked calls can still be moved or cancelled.',
	contactForm: 'Contact form',
	on: 'On',
	off: 'Off',
	switchOn: 'Switch on',
	switchOff: 'Switch off',
};

const chinese: typeof english = {
	switchesHint:
		'某个表单被大量滥用时，可以在这里立刻关闭，不用重新部署；页面会提示其他联系方式。已经收到的内容不受影响，已预约的回电仍可改期或取消。',
	contactForm: '联系表单',
	on: '开启',
	off: '已关闭',
	switchOn: '开启',
	switchOff: '关闭',
};

/** Forms that can be switched off. */
export const switchesWords = { 'zh-cn': chinese, en: english };
