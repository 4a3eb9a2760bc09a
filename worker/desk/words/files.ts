const english = {
	files: 'Files',
	filesHint: 'Sent by the writer, of a kind that was seen in the content. Open a PDF or a video only if you have to.',
	purgeFile: 'Purge',
	purgeFileHint: 'Deletes this file for good, for a phrase or key that can be seen in it. It cannot be undone.',
	auditPurgedFile: 'purged a file',
};

const chinese: typeof english = {
	files: '文件',
	filesHint: '用户发来的，类型按内容判断。PDF 和视频，没有必要就不要打开。',
	purgeFile: '彻底删除',
	purgeFileHint: '把这个文件永久删掉，用于里面能看到助记词或私钥的情况，不能恢复。',
	auditPurgedFile: '删除了一个文件',
};

/** What the writer has sent along. */
export const filesWords = { 'zh-cn': chinese, en: english };
