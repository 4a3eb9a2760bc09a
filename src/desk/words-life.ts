/** Takes the caller's words from a page that stays open when their time is over; what is being written stays. */
export function watchWords(page: Document): void {
	const live = page.querySelector<HTMLElement>('[data-lives]');
	const said = page.querySelector<HTMLElement>('[data-lived]');
	if (!live) return;
	// How long and not until when: the clock of this machine may be wrong. What loading took is over already.
	const end = Date.now() - performance.now() + Number(live.dataset['lives']);
	const look = () => {
		if (Date.now() < end) {
			setTimeout(look, Math.min(1000, end - Date.now()));
			return;
		}
		live.remove();
		page.querySelector('[data-unscripted]')?.remove();
		if (said) said.textContent = page.querySelector<HTMLElement>('[data-over]')?.dataset['over'] ?? '';
	};
	look();
}
