/** Text controls: what a person types into. */
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Types of inputs that hold no text of a person. */
const textless = new Set(['hidden', 'checkbox', 'radio', 'submit', 'button', 'image', 'reset', 'file', 'range', 'color']);

/** Text controls of a form that are sent with it, in their order; a type that nobody thought of counts as text. */
export function textControls(form: HTMLFormElement): TextControl[] {
	return [...form.elements].filter(
		(element): element is TextControl =>
			(element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !textless.has(element.type))) &&
			!element.disabled,
	);
}

/**
 * Shows at a field what was seen in it, in the words of the page's `<template data-guard-notice>`: those whose `data-when`
 * names facts that hold. The same notice again is not said again.
 */
export function showNotice(control: TextControl, facts: readonly string[], actions: NoticeActions): void {
	control.setAttribute('aria-invalid', 'true');
	const known = document.getElementById(noticeId(control));
	if (known?.dataset['facts'] === facts.join(' ')) return;
	known?.remove();
	const notice = build(control, facts);
	if (!notice) return;
	notice.addEventListener('click', ({ target }) => {
		const action = target instanceof Element ? target.closest<HTMLElement>('[data-do]')?.dataset['do'] : undefined;
		if (action === 'remove') actions.remove();
		if (action === 'confirm') actions.confirm();
	});
	(control.closest('.field') ?? control.parentElement ?? control).append(notice);
	// Below a tall field it would go unseen.
	if (document.activeElement === control) notice.scrollIntoView({ block: 'nearest' });
	describe(control, (ids) => [...new Set([...ids, notice.id])]);
}

/** Takes the notice away; true when there was one. */
export function hideNotice(control: TextControl): boolean {
	const notice = document.getElementById(noticeId(control));
	if (!notice) return false;
	notice.remove();
	control.removeAttribute('aria-invalid');
	describe(control, (ids) => ids.filter((id) => id !== notice.id));
	return true;
}

/** Puts the caret where something was cut; e-mail fields have none to set. */
export function placeCaret(control: TextControl, at: number): void {
	control.focus();
	try {
		control.setSelectionRange(at, at);
	} catch {
		// The focus is enough.
	}
}

function build(control: TextControl, facts: readonly string[]): HTMLElement | undefined {
	const template = control.form?.querySelector<HTMLTemplateElement>('[data-guard-notice]');
	const notice = template?.content.firstElementChild?.cloneNode(true);
	if (!(notice instanceof HTMLElement)) return undefined;
	for (const part of notice.querySelectorAll<HTMLElement>('[data-when]')) {
		const wanted = (part.dataset['when'] ?? '').split(' ');
		if (!wanted.every((fact) => facts.includes(fact))) part.remove();
	}
	notice.id = noticeId(control);
	notice.dataset['facts'] = facts.join(' ');
	return notice;
}

function noticeId(control: TextControl): string {
	return `${control.id}-secret`;
}

function describe(control: TextControl, change: (ids: string[]) => string[]): void {
	const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
	if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '));
	else control.removeAttribute('aria-describedby');
}

export interface NoticeActions {
	remove: () => void;
	confirm: () => void;
}
