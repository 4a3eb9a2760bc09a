import type { FieldCode, FieldError } from '#shared/errors';
import { formatBytes } from '#shared/files/size';
import { filesPerMessage } from '#shared/limits';

import { prepareFile } from './prepare-file.ts';
import { sendFile } from './send-file.ts';

/** The files that were chosen in a form, each a line of a list that says how it stands. */
export class FileUploads {
	readonly #root: HTMLElement;
	#files: Chosen[] = [];

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	get hasFiles(): boolean {
		return this.#files.length > 0;
	}

	/** What cannot be sent as it is; its line says so as well. */
	errors(): FieldError[] {
		const [first] = this.#files.flatMap(({ code }) => (code && code !== 'OFFLINE' ? [code] : []));
		return first ? [{ name: 'file', code: first }] : [];
	}

	/** Looks at files and shows them. */
	async add(files: readonly File[]): Promise<void> {
		for (const file of files) {
			const isRoom = this.#files.filter(({ code }) => code !== 'FILE_COUNT').length < filesPerMessage;
			const chosen: Chosen = { id: crypto.randomUUID(), file, code: isRoom ? null : 'FILE_COUNT', ...this.#line(file) };
			chosen.remove.addEventListener('click', () => this.#drop(chosen));
			chosen.confirm.addEventListener('click', () => this.#confirm(chosen));
			this.#files.push(chosen);
			this.#list?.append(chosen.item);
			if (isRoom) await this.#look(chosen);
			else this.#say(chosen);
		}
	}

	/** Sends what has not arrived, one after the other; false when something still has not. */
	async send({ reference, secret }: { reference: string; secret: string }): Promise<boolean> {
		for (const chosen of this.#files.filter(({ isStored, blob }) => !isStored && blob)) {
			chosen.code = null;
			chosen.remove.hidden = true;
			chosen.progress.hidden = false;
			this.#say(chosen, 'sending');
			chosen.code = await sendFile({
				url: `/api/requests/${reference}/files/${chosen.id}${chosen.isConfirmed ? '?confirmed=true' : ''}`,
				secret,
				name: chosen.file.name,
				blob: chosen.blob ?? chosen.file,
				progress: (share) => (chosen.progress.value = share),
			});
			chosen.progress.hidden = true;
			chosen.isStored = chosen.code === null;
			chosen.remove.hidden = chosen.isStored;
			this.#say(chosen, chosen.isStored ? 'stored' : undefined);
		}
		return this.#files.every(({ isStored }) => isStored);
	}

	clear(): void {
		this.#files = [];
		this.#list?.replaceChildren();
	}

	async #look(chosen: Chosen): Promise<void> {
		this.#say(chosen, 'checking');
		// Where the word lists cannot be loaded nobody can tell, and nothing may be sent.
		const prepared = await prepareFile(chosen.file).catch(() => ({ code: 'INVALID' as const }));
		if ('code' in prepared) chosen.code = prepared.code;
		else {
			chosen.blob = prepared.blob;
			chosen.size.textContent = formatBytes(prepared.blob.size, document.documentElement.lang);
			if (prepared.isSuspected) chosen.code = 'SECRET_SUSPECTED';
		}
		this.#say(chosen, 'ready');
	}

	#confirm(chosen: Chosen): void {
		chosen.isConfirmed = true;
		chosen.code = null;
		this.#say(chosen, 'ready');
		chosen.remove.focus();
	}

	#drop(chosen: Chosen): void {
		this.#files = this.#files.filter((other) => other !== chosen);
		chosen.item.remove();
		// The button that had focus is gone.
		this.#root.querySelector<HTMLInputElement>('input[type="file"]')?.focus();
	}

	get #list(): HTMLElement | null {
		return this.#root.querySelector('[data-chosen]');
	}

	#line(file: File): Line {
		const template = this.#root.querySelector<HTMLTemplateElement>('[data-chosen-line]');
		const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
		const part = (name: string) => item.querySelector(`[data-${name}]`) as HTMLElement;
		part('name').textContent = file.name;
		part('size').textContent = formatBytes(file.size, document.documentElement.lang);
		const remove = part('remove');
		remove.setAttribute('aria-label', `${remove.textContent.trim()}: ${file.name}`);
		part('progress').setAttribute('aria-label', file.name);
		return {
			item,
			remove,
			confirm: part('confirm'),
			progress: part('progress') as HTMLProgressElement,
			size: part('size'),
			status: part('status'),
		};
	}

	/** How a file stands: its code when something is wrong, else the state. */
	#say(chosen: Chosen, state = 'ready'): void {
		const { code, status, item } = chosen;
		const words = this.#root.querySelector(`[data-errors="file"] [data-code="${code}"]`)?.textContent.trim();
		status.textContent =
			(code && (words ?? this.#list?.getAttribute(`data-word-${code.toLowerCase()}`))) ||
			(this.#list?.getAttribute(`data-word-${state}`) ?? '');
		item.dataset['state'] = code ? 'wrong' : state;
		chosen.confirm.hidden = code !== 'SECRET_SUSPECTED';
	}
}

interface Line {
	item: HTMLElement;
	remove: HTMLElement;
	confirm: HTMLElement;
	progress: HTMLProgressElement;
	size: HTMLElement;
	status: HTMLElement;
}

interface Chosen extends Line {
	/** Of the file, however often it is sent. */
	id: string;
	file: File;
	/** As it is sent; absent until it has been looked at, and for what is not taken. */
	blob?: Blob;
	code: FieldCode | 'OFFLINE' | null;
	isConfirmed?: boolean;
	isStored?: boolean;
}
