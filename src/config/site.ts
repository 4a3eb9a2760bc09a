import { SiteSchema } from './schema.ts';

/**
 * Brand, address and mode. The shipped values are a demonstration: `npm run deploy` refuses them and names each one.
 * Edit them to make the help centre yours; a mistake stops the build with its path.
 */
export const site = SiteSchema.parse({
	mode: 'demonstration',
	url: 'https://help.example.com',
	brand: { 'zh-cn': 'TP 钱包帮助中心', en: 'TP Wallet Help' },
	operator: { 'zh-cn': '示例运营方（演示）', en: 'Example Operator (demonstration)' },
	privacyContact: 'privacy@example.com',
	retentionDays: { requests: 365, untouched: 365, callbacks: 90, votes: 365, searchMisses: 90, audit: 730 },
	editorsChoice: ['guides/transfer-not-arrived', 'faq/fake-support', 'guides/what-frozen-means', 'faq/what-support-can-do'],
});
