import type { FieldCode, FieldError } from '#shared/errors';

import type { FileUploads } from './file-uploads.ts';
import { parsePrivateUrl } from './my-requests.ts';

/** The file field of a form, with script: several files, looked at when they are chosen. What does that is loaded with the first. */
export class FileField {
	readonly #root: HTMLElement;
	#uploads: FileUploads | undefined;
	/** Until everything that was chosen has been looked at. */
	#ready: Promise<void> = Promise.resolve();

	constructor(form: HTMLFormElement) {
		this.#root = form.querySelector<HTMLElement>('[data-field="file"]') ?? form;
		const input = this.#root.querySelector<HTMLInputElement>('[type="file"]');
		if (!input) return;
		input.multiple = true;
		for (const limit of this.#root.querySelectorAll<HTMLElement>('[data-limit]')) limit.hidden = !limit.hidden;
		input.addEventListener('change', () => this.#take(input));
		// Chosen before the script was there.
		this.#take(input);
	}

	get hasFiles(): boolean {
		return this.#uploads?.hasFiles ?? false;
	}

	/** What is wrong with the chosen files, as soon as all of them have been looked at. */
	async errors(): Promise<FieldError[]> {
		await this.#ready;
		return this.#uploads?.errors() ?? [];
	}

	/**
	 * Sends what was chosen to the request of a private link, and calls `done` when it has arrived. Where something has not, the
	 * person is asked whether to try again or to go on without it.
	 */
	async send(link: string, done: () => void): Promise<void> {
		await this.#ready;
		const parsed = parsePrivateUrl(link);
		const isWhole = !parsed || !this.#uploads || (await this.#uploads.send(parsed));
		// Sent again, the form would be stored a second time.
		const submit = this.#root.closest('form')?.querySelector<HTMLElement>('[data-submit]');
		if (submit) submit.hidden = !isWhole;
		if (isWhole) done();
		else this.#offer(() => void this.send(link, done), done);
	}

	#offer(again: () => void, goOn: () => void): void {
		const notice = this.#root.querySelector<HTMLElement>('[data-unsent]');
		if (!notice) return;
		notice.hidden = false;
		notice.focus();
		for (const [name, act] of [
			['again', again],
			['go-on', goOn],
		] as const) {
			const button = notice.querySelector<HTMLButtonElement>(`[data-${name}]`);
			if (!button) continue;
			button.onclick = () => {
				notice.hidden = true;
				act();
			};
		}
	}

	clear(): void {
		this.#uploads?.clear();
	}

	#take(input: HTMLInputElement): void {
		const files = [...(input.files ?? [])];
		if (files.length === 0) return;
		// So that the same file can be chosen again, and a form that is reset keeps nothing that is not shown.
		input.value = '';
		this.#ready = this.#ready.then(() => this.#add(files));
	}

	async #add(files: File[]): Promise<void> {
		const script = await import('./file-uploads.ts').catch(() => null);
		this.#show(script ? null : 'INVALID');
		if (!script) return;
		this.#uploads ??= new script.FileUploads(this.#root);
		await this.#uploads.add(files);
	}

	#show(code: FieldCode | null): void {
		const error = this.#root.querySelector<HTMLElement>('[data-errors="file"]');
		if (!error) return;
		error.hidden = code === null;
		for (const words of error.querySelectorAll<HTMLElement>('[data-code]')) words.hidden = words.dataset['code'] !== code;
	}
}
