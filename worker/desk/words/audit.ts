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
};

/** Who did what. */
export const auditWords = { 'zh-cn': chinese, en: english };
