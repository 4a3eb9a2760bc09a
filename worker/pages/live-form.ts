import type { FormFields } from '../input/body.ts';
import type { OnElement, PageError } from './live-page.ts';

/** Fields that are never filled again: the page knows its own language, signals are measured anew, and "no secret" is said of one text. */
const untouched = new Set(['locale', 'csrf', 'website', 'elapsedMs', 'challenge', 'confirmed']);
const unfillable = new Set(['password', 'file', 'submit', 'button', 'image', 'reset']);

/** Puts what a person typed back into a form and marks the controls that have an error. HTMLRewriter escapes all of it. */
export function fillControls(on: OnElement, form: { name: string; fields: FormFields }, errors: readonly PageError[]): void {
	const scope = `form[data-live-form="${form.name}"]`;
	const typed = (name: string | null) => (name === null || untouched.has(name) ? undefined : form.fields[name]);
	const mark = (element: Element) => {
		if (errors.some(({ name }) => name === element.getAttribute('name'))) element.setAttribute('aria-invalid', 'true');
	};
	on(`${scope} input[name]`, (element) => {
		mark(element);
		fillInput(element, typed(element.getAttribute('name')));
	});
	on(`${scope} textarea[name]`, (element) => {
		mark(element);
		const [text] = typed(element.getAttribute('name')) ?? [];
		// Parsers drop a line break right after the start tag; a typed one has to survive.
		if (text !== undefined) element.setInnerContent(text.startsWith('\n') ? `\n${text}` : text);
	});
	let choices: string[] | undefined;
	on(`${scope} select[name]`, (element) => {
		mark(element);
		choices = typed(element.getAttribute('name'));
	});
	on(`${scope} select[name] option`, (element) => {
		if (choices) toggle(element, 'selected', choices.includes(element.getAttribute('value') ?? ''));
	});
}

function fillInput(element: Element, values: string[] | undefined): void {
	const type = element.getAttribute('type')?.toLowerCase() ?? 'text';
	if (type === 'checkbox' || type === 'radio') {
		// A page that is only preselected leaves other groups at their default; a posted group always has a value.
		if (type === 'radio' && !values) return;
		toggle(element, 'checked', values?.includes(element.getAttribute('value') ?? 'on') ?? false);
		return;
	}
	const [value] = values ?? [];
	if (value !== undefined && !unfillable.has(type)) element.setAttribute('value', value);
}

function toggle(element: Element, attribute: string, isSet: boolean): void {
	if (isSet) element.setAttribute(attribute, '');
	else element.removeAttribute(attribute);
}
