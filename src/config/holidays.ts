import type { HolidayList } from './hours-schema.ts';

type Name = HolidayList['days'][number]['name'];
type Day = HolidayList['days'][number];

const dayMs = 86_400_000;
const newYear = { 'zh-cn': '元旦', en: 'New Year’s Day' };
const spring = { 'zh-cn': '春节', en: 'Spring Festival' };
const qingming = { 'zh-cn': '清明节', en: 'Qingming Festival' };
const labour = { 'zh-cn': '劳动节', en: 'Labour Day' };
const dragonBoat = { 'zh-cn': '端午节', en: 'Dragon Boat Festival' };
const midAutumn = { 'zh-cn': '中秋节', en: 'Mid-Autumn Festival' };
const national = { 'zh-cn': '国庆节', en: 'National Day' };
const christmas = { 'zh-cn': '圣诞节', en: 'Christmas Day' };

const off = (name: Name, from: string, to = from): Day[] => {
	const count = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
	return Array.from({ length: count }, (_, index) => ({
		date: new Date(Date.parse(from) + index * dayMs).toISOString().slice(0, 10),
		name,
		work: false,
	}));
};
/** A day at a weekend on which people work instead. */
const work = (name: Name, date: string): Day => ({ date, name, work: true });

/** Days off by region and year. A list says where it comes from; nothing in it is guessed. */
export const holidayLists: HolidayList[] = [
	{
		id: 'china',
		year: 2026,
		source: 'https://politics.gmw.cn/2025-11/04/content_38391083.htm 国务院办公厅关于2026年部分节假日安排的通知',
		published: '2025-11-04',
		confirmed: true,
		days: [
			...off(newYear, '2026-01-01', '2026-01-03'),
			work(newYear, '2026-01-04'),
			work(spring, '2026-02-14'),
			...off(spring, '2026-02-15', '2026-02-23'),
			work(spring, '2026-02-28'),
			...off(qingming, '2026-04-04', '2026-04-06'),
			...off(labour, '2026-05-01', '2026-05-05'),
			work(labour, '2026-05-09'),
			...off(dragonBoat, '2026-06-19', '2026-06-21'),
			work(national, '2026-09-20'),
			...off(midAutumn, '2026-09-25', '2026-09-27'),
			...off(national, '2026-10-01', '2026-10-07'),
			work(national, '2026-10-10'),
		],
	},
	{
		// The law fixes these days. Which weekends are swapped stands in a notice every autumn: put its days here when it is out.
		id: 'china',
		year: 2027,
		source: '全国年节及纪念日放假办法（国务院令第795号）',
		published: '2024-11-10',
		confirmed: false,
		days: [
			...off(newYear, '2027-01-01'),
			// New moon at 23:56 in Beijing on 6 February: calendars that reckon roughly, ICU's among them, say the 7th.
			...off(spring, '2027-02-05', '2027-02-08'),
			...off(qingming, '2027-04-05'),
			...off(labour, '2027-05-01', '2027-05-02'),
			...off(dragonBoat, '2027-06-09'),
			...off(midAutumn, '2027-09-15'),
			...off(national, '2027-10-01', '2027-10-03'),
		],
	},
	...[2026, 2027].map((year): HolidayList => ({
		id: 'international',
		year,
		source: 'Fixed dates of the Gregorian calendar',
		published: '2026-11-23',
		confirmed: true,
		days: [...off(newYear, `${year}-01-01`), ...off(christmas, `${year}-12-25`)],
	})),
];
