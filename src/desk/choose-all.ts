/** One box for all boxes of a list. */
export function watchChoices(page: Document): void {
	const all = page.querySelector<HTMLInputElement>('[data-choose-all] input');
	const boxes = [...page.querySelectorAll<HTMLInputElement>('input[name="chosen"]')];
	const label = all?.closest<HTMLElement>('[data-choose-all]');
	if (!all || !label || boxes.length === 0) return;
	label.hidden = false;
	const look = () => {
		const chosen = boxes.filter(({ checked }) => checked).length;
		all.checked = chosen === boxes.length;
		all.indeterminate = chosen > 0 && chosen < boxes.length;
	};
	all.addEventListener('change', () => {
		for (const box of boxes) box.checked = all.checked;
	});
	for (const box of boxes) box.addEventListener('change', look);
	look();
}
