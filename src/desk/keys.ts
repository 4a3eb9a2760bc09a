const stored = 'desk:keys';

/** Single keys for whoever works here all day. They can be switched off, since speech input may press them by accident. */
export function watchKeys(page: Document): void {
	const help = page.querySelector<HTMLDialogElement>('#keys');
	const opener = page.querySelector<HTMLElement>('[data-keys]');
	const choice = help?.querySelector<HTMLInputElement>('[data-keys-on]');
	if (!help || !opener || !choice) return;
	opener.hidden = false;
	opener.addEventListener('click', () => help.showModal());
	choice.checked = readChoice();
	choice.addEventListener('change', () => keepChoice(choice.checked));
	const actions: Record<string, () => void> = {
		j: () => move(page, 1),
		k: () => move(page, -1),
		x: () => current(page)?.querySelector<HTMLInputElement>('input[name="chosen"]')?.click(),
		'/': () => page.querySelector<HTMLInputElement>('input[type="search"]')?.select(),
		r: () => page.querySelector<HTMLElement>('#reply')?.focus(),
		n: () => page.querySelector<HTMLElement>('#note')?.focus(),
		q: () => page.querySelector<HTMLAnchorElement>('nav a[href^="/desk/"]')?.click(),
		'?': () => help.showModal(),
	};
	page.addEventListener('keydown', (event) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		if (!choice.checked || help.open || isTyping(event.target)) return;
		const action = ownAction(page, event) ?? (Object.hasOwn(actions, event.key) ? actions[event.key] : undefined);
		if (!action) return;
		event.preventDefault();
		action();
	});
}

/** A button may have a key of its own; what asks first is only opened by it. A key that is held down presses it once: the page that comes next may have the same one. */
function ownAction(page: Document, event: KeyboardEvent): (() => void) | undefined {
	if (event.repeat || !/^[a-z]$/.test(event.key)) return undefined;
	const own = page.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
	if (!own) return undefined;
	return () => {
		own.click();
		own.focus();
	};
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
	return target.isContentEditable || target.matches('textarea, select');
}

function move(page: Document, step: number): void {
	const links = [...page.querySelectorAll<HTMLAnchorElement>('.items > li h2 a')];
	const at = links.findIndex((link) => link.closest('li') === current(page));
	const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
	links[next]?.focus();
}

function current(page: Document): Element | null {
	return page.activeElement?.closest('.items > li') ?? null;
}

/** In private windows there may be no storage: then the choice lasts as long as the page. */
function readChoice(): boolean {
	try {
		return localStorage.getItem(stored) !== 'off';
	} catch {
		return true;
	}
}

function keepChoice(isOn: boolean): void {
	try {
		localStorage.setItem(stored, isOn ? 'on' : 'off');
	} catch {
		// Kept by the box itself.
	}
}
