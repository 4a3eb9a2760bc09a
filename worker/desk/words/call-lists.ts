const english = {
	today: 'Today',
	week: 'Week',
	heldCalls: 'Held',
	toOffer: 'Waiting for a new time',
	blockedNumbers: 'Blocked numbers',
	allCalls: 'All bookings',
	callsOf: 'Calls on {day}',
	noCalls: 'No calls on this day.',
	previousDay: 'Day before',
	nextDay: 'Next day',
	callOverdue: 'Overdue',
	heldCallsHint:
		'They looked like spam to a simple check, or somebody said of another booking of the number that it was not theirs. They keep their times. Release what is real before its time: “Call now” does so, too.',
	previousWeek: 'Week before',
	nextWeek: 'Next week',
	holidaysOpen:
		'The holidays “{name}” of {year} are not confirmed: look for the notice, since calls can soon be booked on days off.',
	holidaysEnd:
		'The holidays “{name}” are known until the end of {year} only: calls can soon be booked on days off. Add the next list.',
	capacity: 'Seats',
	seatsUsed: '{used} of {all} seats taken',
	closedDay: 'Closed',
	closedHours: 'No calls by the hours.',
	closeDay: 'Close this day',
	closeDayHint: 'Nobody can book it, and everybody who has is asked by page and mail to choose another time.',
	closeDayDo: 'Close {day}',
	reopenDay: 'Open this day again',
	leadsOnly: 'Leads can close days and unblock numbers.',
	unblock: 'Unblock',
	blockedHint:
		'Their owners said that they had not booked. Only a hash of each number is kept, with the booking that it came from.',
	since: 'since',
};

const chinese: typeof english = {
	today: '今天',
	week: '一周',
	heldCalls: '待核',
	toOffer: '等待改时间',
	blockedNumbers: '屏蔽的号码',
	allCalls: '全部预约',
	callsOf: '{day}的回电',
	noCalls: '这一天没有回电。',
	previousDay: '前一天',
	nextDay: '后一天',
	callOverdue: '已超时',
	heldCallsHint:
		'被简单规则判断为疑似垃圾信息，或者有人说同一号码的另一个预约不是自己约的；时段仍然保留。请在约定时间之前核实放行；直接拨打也算放行。',
	previousWeek: '上一周',
	nextWeek: '下一周',
	holidaysOpen: '“{name}”{year} 年的节假日还没有正式通知：请查证，很快就能约到休息日的电话。',
	holidaysEnd: '“{name}”的节假日只到 {year} 年底：很快就能约到休息日的电话。请补上下一年的。',
	capacity: '名额',
	seatsUsed: '已约 {used} / {all}',
	closedDay: '已关闭',
	closedHours: '按服务时间，这天不回电。',
	closeDay: '关闭这一天',
	closeDayHint: '不再接受预约；已约的人会在页面和邮件里被请去另选时间。',
	closeDayDo: '关闭 {day}',
	reopenDay: '重新开放',
	leadsOnly: '关闭日期和解除屏蔽由负责人操作。',
	unblock: '解除屏蔽',
	blockedHint: '号码的主人表示没有预约过。这里只存号码的散列值和来源预约。',
	since: '自',
};

/** The lists of calls, their week, and numbers that are not called. */
export const callListsWords = { 'zh-cn': chinese, en: english };
