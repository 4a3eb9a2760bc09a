const english = {
	audit: 'Log',
	auditReplied: 'replied',
	auditNoted: 'noted',
	auditAssigned: 'assigned',
	auditHanded: 'handed over',
	auditState: 'set the state',
	auditPurged: 'purged a text',
	auditErased: 'deleted it',
	auditReleased: 'released it',
	auditResent: 'sent a message again',
	auditSwitched: 'switched a form',
	auditExported: 'exported data',
	auditHint: 'What staff and writers did, newest first. It can only grow, and holds nothing that anybody wrote.',
	auditPerson: 'the writer',
	who: 'Who',
	what: 'What',
	when: 'When',
	subject: 'About',
};

const chinese: typeof english = {
	audit: '记录',
	auditReplied: '回复',
	auditNoted: '写了备注',
	auditAssigned: '分配',
	auditHanded: '转交',
	auditState: '修改了状态',
	auditPurged: '删除了一段文字',
	auditErased: '删除',
	auditReleased: '放行',
	auditResent: '重发了一条消息',
	auditSwitched: '开关了表单',
	auditExported: '导出了数据',
	auditHint: '工作人员和用户做过的操作，最新的在前。只增不改，也不含任何人写的内容。',
	auditPerson: '用户本人',
	who: '谁',
	what: '操作',
	when: '时间',
	subject: '对象',
};

/** Who did what. */
export const auditWords = { 'zh-cn': chinese, en: english };
