import type { FieldError, FormError } from '#shared/errors';
import type { Finding } from '#shared/guarded-texts';

import { cutFound, findIn, loadGuard } from './guard.ts';
import { hideNotice, placeCaret, showNotice, textControls, type TextControl } from './secret-notice.ts';

/** Pause in typing after which a form is looked at, in milliseconds; what is pasted is looked at immediately. */
const pause = 350;

/**
 * Guards the text fields of a form: looks at them while they are filled in and before anything is sent, says at the field what
 * was seen, cuts it out on request, and knows what the person has said is no secret.
 */
export class FormGuard {
	readonly #form: HTMLFormElement;
	/** Texts of which the person has said that they are no secret. */
	readonly #confirmed = new Map<TextControl, string>();
	/** What the server has found, with its longer lists. */
	readonly #told = new Map<TextControl, Finding & { text: string }>();
	#timer = 0;

	constructor(form: HTMLFormElement) {
		this.#form = form;
		form.addEventListener('focusin', () => void loadGuard().catch(() => {}), { once: true });
		for (const event of ['input', 'change']) form.addEventListener(event, () => this.#lookIn(pause));
		// Not before the browser has put it into the field.
		for (const event of ['paste', 'drop']) form.addEventListener(event, () => this.#lookIn(0));
		form.addEventListener('reset', () => this.#lookIn(0));
	}

	/** The fields that must not be sent as they are; null when this cannot be told, and nothing may be sent then either. */
	async check(): Promise<FormError[] | null> {
		const stopped = await this.#look().catch(() => null);
		return stopped && stopped.map(({ control }) => ({ name: control.name, code: 'SECRET_STOPPED' }));
	}

	/** What the server refused as a secret, although it had passed here. */
	tell(fields: readonly FieldError[]): void {
		const controls = textControls(this.#form);
		for (const { name, code, span } of fields) {
			const index = controls.findIndex((control) => control.name === name);
			const control = controls[index];
			if (!control || !span || !code.startsWith('SECRET_')) continue;
			// It was sent without the blanks around it.
			const blanks = control.value.length - control.value.trimStart().length;
			const isDetected = code === 'SECRET_DETECTED';
			const certainty = isDetected ? 'detected' : 'suspected';
			const spans = [{ kind: 'phrase', certainty, start: span[0] + blanks, end: span[1] + blanks }] as const;
			this.#told.set(control, { index, name, spans: [...spans], isSplit: false, isDetected, text: control.value });
		}
		void this.#look().catch(() => {});
	}

	#lookIn(delay: number) {
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => void this.#look().catch(() => {}), delay);
	}

	/** Finds, shows and answers what stands in the way of sending. */
	async #look(): Promise<Stopped[]> {
		const stopped = (await this.#find()).filter(({ control }) => !this.#isTrapped(control));
		for (const control of textControls(this.#form)) {
			if (!stopped.some((found) => found.control === control)) hideNotice(control);
		}
		for (const found of stopped) this.#show(found);
		return stopped;
	}

	/** What is not confirmed, of texts that have not changed while they were looked at. */
	async #find(): Promise<Stopped[]> {
		const controls = textControls(this.#form);
		const texts = controls.map(({ name, value }) => ({ name, text: value }));
		const found = await findIn(texts);
		if (controls.some(({ value }, index) => value !== texts[index]?.text)) return this.#find();
		const told = controls.flatMap((control, index) => {
			const finding = this.#told.get(control);
			return finding?.text === control.value ? [{ ...finding, index, isTold: true }] : [];
		});
		const all = [...found.filter(({ index }) => !told.some((other) => other.index === index)), ...told];
		const isConfirmed = ({ index, isDetected }: Finding) => {
			const control = controls[index];
			return !isDetected && control !== undefined && this.#confirmed.get(control) === control.value;
		};
		this.#tickConfirmed(all.some(isConfirmed));
		return all.flatMap((finding) => {
			const control = controls[finding.index];
			return control && !isConfirmed(finding) ? [{ control, finding }] : [];
		});
	}

	/** The trap for machines is no field of a person: whatever filled it in, it is emptied. */
	#isTrapped(control: TextControl): boolean {
		if (control.name !== 'website') return false;
		control.value = '';
		return true;
	}

	#show({ control, finding }: Stopped) {
		const kinds = finding.spans.find(({ certainty }) => !finding.isDetected || certainty === 'detected')?.kind ?? 'phrase';
		const kind = finding.isTold ? 'any' : finding.isSplit ? 'split' : kinds;
		const facts = [finding.isDetected ? 'detected' : 'suspected', kind, finding.isTold ? 'reached' : 'unsent'];
		this.#say();
		showNotice(control, facts, { remove: () => void this.#remove(control), confirm: () => this.#confirm(control) });
	}

	/** Cuts exactly the secret; of a split one every piece. */
	async #remove(control: TextControl) {
		const found = await this.#find();
		const own = found.find((stopped) => stopped.control === control);
		if (!own) return;
		const cuts = own.finding.isSplit ? found.filter(({ finding }) => finding.isSplit) : [own];
		for (const cut of cuts) {
			cut.control.value = await cutFound(cut.control.value, cut.finding);
			cut.control.dispatchEvent(new Event('input', { bubbles: true }));
		}
		placeCaret(control, Math.min(own.finding.spans[0]?.start ?? 0, control.value.length));
		await this.#look();
		this.#say('removed');
	}

	#confirm(control: TextControl) {
		this.#confirmed.set(control, control.value);
		control.focus();
		this.#say('confirmed');
		void this.#look().catch(() => {});
	}

	/** Without script the same box is ticked by hand. */
	#tickConfirmed(isConfirmed: boolean) {
		const box = this.#form.querySelector<HTMLInputElement>('[name="confirmed"]');
		if (box) box.checked = isConfirmed;
	}

	#say(words?: 'removed' | 'confirmed') {
		const status = this.#form.querySelector<HTMLElement>('[data-guard-status]');
		if (status) status.textContent = (words && status.dataset[words]) ?? '';
	}
}

/** A field whose text must not be sent as it is. */
interface Stopped {
	control: TextControl;
	finding: Finding & { isTold?: boolean };
}
