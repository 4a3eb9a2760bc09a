import { askDesk, whileVisible } from './every.ts';

const everyMs = 30_000;

/** Keeps the numbers of the queues, and of new work in menu and title, up to date. */
export function watchCounts(page: Document): void {
	const badge = page.querySelector<HTMLElement>('[data-new-work]');
	if (!badge) return;
	const title = page.title;
	const update = async () => {
		const counts = await askDesk<Record<string, number>>('/desk/counts');
		for (const element of page.querySelectorAll<HTMLElement>('[data-count]')) {
			const count = counts[element.dataset['count'] ?? ''];
			if (count !== undefined) element.textContent = ` (${count})`;
		}
		const open = counts['unassigned'] ?? 0;
		badge.hidden = open === 0;
		badge.textContent = String(open);
		badge.title = (badge.dataset['newWork'] ?? '').replace('{count}', String(open));
		page.title = open > 0 ? `(${open}) ${title}` : title;
	};
	void update().catch(() => {});
	whileVisible(page, everyMs, update);
}
