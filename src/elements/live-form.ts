import type { ErrorCode, FieldCode, FieldError, FormError, Problem } from '#shared/errors';

import type { FormGuard } from './form-guard.ts';

type FormCode = ErrorCode | 'OFFLINE' | 'UNCHECKED' | 'SWITCHED_OFF';

/** Filled fields of a form by name; unticked and empty ones are left out. */
export function formValues(form: HTMLFormElement): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of new FormData(form)) {
		if (typeof value === 'string' && value.trim() !== '') values[name] = value.trim();
	}
	return values;
}

/**
 * Every wrong field at once, by the same limits as the server: presence, lengths, the browser's own e-mail check, what the
 * form itself knows (`others`), and above all secrets. Null when the word lists cannot be loaded: then nothing may be sent.
 */
export async function checkForm(
	form: HTMLFormElement,
	guard: FormGuard,
	others: readonly FieldError[] = [],
): Promise<FormError[] | null> {
	const secrets = await guard.check();
	if (secrets === null) return null;
	const errors = new Map<string, FormError>([...others, ...secrets].map((error) => [error.name, error]));
	for (const control of form.elements) {
		if (!isControl(control) || control.disabled || errors.has(control.name)) continue;
		const code = validityCode(control);
		if (code) errors.set(control.name, { name: control.name, code });
	}
	return [...errors.values()];
}

/** Shows errors in the summary and at their fields, in the words that the page holds, and moves focus to the summary. */
export function showErrors(root: HTMLElement, fields: readonly FormError[], formCode?: FormCode): void {
	clearErrors(root);
	const codes = new Map<string, string>(fields.map(({ name, code }) => [name, code]));
	if (formCode) codes.set('form', formCode);
	if (codes.size > 0 && ![...codes.keys()].some((name) => root.querySelector(`[data-errors="${name}"]`)))
		codes.set('form', 'INVALID');
	for (const [name, code] of codes) {
		for (const block of root.querySelectorAll<HTMLElement>(`[data-errors="${name}"]`)) {
			const own = block.querySelector<HTMLElement>(`[data-code="${code}"]`);
			// The guard's notice at the field says more than "check this".
			const words = own ?? (code === 'SECRET_STOPPED' ? null : block.querySelector<HTMLElement>('[data-code="INVALID"]'));
			if (!words) continue;
			words.hidden = false;
			block.hidden = false;
		}
		for (const control of root.querySelectorAll(`[name="${name}"]`)) control.setAttribute('aria-invalid', 'true');
	}
	const summary =
		root.querySelector<HTMLElement>('[data-error-summary], [data-errors="form"][tabindex]') ??
		root.querySelector<HTMLElement>('[data-errors][tabindex]:not([hidden])');
	if (!summary || codes.size === 0) return;
	summary.hidden = false;
	summary.focus();
	summary.scrollIntoView({ block: 'start' });
}

/** Shows what the server said: its fields, or the form-level code. */
export function showProblem(root: HTMLElement, problem: Problem | undefined): void {
	if (!problem) showErrors(root, [], 'OFFLINE');
	else if (problem.fields.length > 0) showErrors(root, problem.fields);
	else showErrors(root, [], problem.switchedOff ? 'SWITCHED_OFF' : problem.code);
}

export function clearErrors(root: HTMLElement): void {
	for (const block of root.querySelectorAll<HTMLElement>('[data-errors], [data-errors] [data-code], [data-error-summary]'))
		block.hidden = true;
	for (const control of root.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
}

/** Links of a summary lead to the field with its label in view, not just the control. */
export function followSummary(root: HTMLElement): void {
	root.querySelector('[data-error-summary]')?.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const target = link && document.getElementById(link.hash.slice(1));
		if (!target) return;
		event.preventDefault();
		(target.closest('.field') ?? target).scrollIntoView({ block: 'start' });
		target.focus({ preventScroll: true });
	});
}

/** Marks a submit button as busy, without taking it out of the tab order; false when it already was (a second click). */
export function setBusy(form: HTMLFormElement, isBusy: boolean): boolean {
	const button = form.querySelector<HTMLButtonElement>('[data-submit]');
	if (!button || (isBusy && button.getAttribute('aria-disabled') === 'true')) return false;
	button.dataset['label'] ??= button.textContent ?? '';
	button.setAttribute('aria-disabled', String(isBusy));
	button.textContent = (isBusy ? button.dataset['busy'] : button.dataset['label']) ?? '';
	return true;
}

function validityCode(control: Control): FieldCode | null {
	const { validity, value } = control;
	if (validity.valueMissing || (control.required && value.trim() === '')) return 'REQUIRED';
	if (validity.typeMismatch) return 'INVALID_EMAIL';
	const { minLength = -1, maxLength = -1 } = control as Partial<HTMLInputElement>;
	const length = value.trim().length;
	if (length > 0 && minLength > 0 && length < minLength) return 'TOO_SHORT';
	if (maxLength > 0 && length > maxLength) return 'TOO_LONG';
	return null;
}

function isControl(element: Element): element is Control {
	return (
		(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) &&
		element.name !== 'website'
	);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
