import type { Locale } from '#config/locales';

const english = {
	answering: '{name} has been answering this since {since}.',
	changed: 'This request has changed since you opened it. Sending shows you first what is new; nothing that you typed is lost.',
	newWork: '{count} unassigned',
	keys: 'Keyboard',
	keysTitle: 'Keys',
	keysHint: 'They do nothing while you are typing in a field.',
	keysOn: 'Use single keys on this device',
	keyNext: 'next item',
	keyPrevious: 'previous item',
	keyChoose: 'choose the item, or not',
	keySearch: 'search',
	keyReply: 'write a reply',
	keyNote: 'write a note',
	keyQueue: 'back to the queue',
	keyCall: 'call now',
	keyReached: 'they were reached: ends the call',
	keyMissed: 'no answer, with the next attempt that is chosen',
	keyWrong: 'wrong number: asks first',
	keyHelp: 'these keys',
	close: 'Close',
	chooseAll: 'Choose all on this page',
};

const chinese: typeof english = {
	answering: '{name} 从 {since} 起正在回复。',
	changed: '你打开之后，这个工单有了变化。发送时会先让你看到新内容，已经写的不会丢失。',
	newWork: '{count} 个无人认领',
	keys: '快捷键',
	keysTitle: '快捷键',
	keysHint: '在输入框里打字时不起作用。',
	keysOn: '在这台设备上使用单键快捷键',
	keyNext: '下一项',
	keyPrevious: '上一项',
	keyChoose: '选中或取消选中',
	keySearch: '搜索',
	keyReply: '写回复',
	keyNote: '写备注',
	keyQueue: '回到队列',
	keyCall: '开始拨打',
	keyReached: '已接通：结束这次通话',
	keyMissed: '无人接听，按选好的时间再打',
	keyWrong: '号码有误：先确认再取消',
	keyHelp: '显示快捷键',
	close: '关闭',
	chooseAll: '选中本页全部',
};

/** Words for working side by side, and quickly. */
export const togetherWords: Record<Locale, typeof english> = { 'zh-cn': chinese, en: english };
