import type { FormError } from '#shared/errors';
import { formatBytes } from '#shared/files/size';
import type { RequestView } from '#shared/requests';

import type { Answer } from './api.ts';
import { FileField } from './file-field.ts';
import { FormGuard } from './form-guard.ts';
import { checkForm, clearErrors, formValues, setBusy, showErrors, showProblem } from './live-form.ts';

const verdictNotices = { solved: 'solved', unsolved: 'unsolved', reopen: 'reopened' } as const;

/** What the writer does with an open request: add to it, say how it stands, rate, keep or delete it. */
export class RequestPanel {
	readonly #root: HTMLElement;
	readonly #page: RequestPage;
	readonly #files: FileField | null;
	readonly #guards = new Map<string, FormGuard>();
	/** Key of the message that is being sent: the same until the server has answered it. */
	#key = crypto.randomUUID();

	constructor(root: HTMLElement, page: RequestPage) {
		this.#root = root;
		this.#page = page;
		for (const name of ['message', 'rating']) {
			const form = root.querySelector<HTMLFormElement>(`[data-action="${name}"]`);
			if (form) this.#guards.set(name, new FormGuard(form));
		}
		const message = root.querySelector<HTMLFormElement>('[data-action="message"]');
		this.#files = message && new FileField(message);
		const print = root.querySelector<HTMLElement>('[data-print]');
		if (!print) return;
		print.hidden = false;
		print.addEventListener('click', () => window.print());
	}

	/** What holds of a request; the same facts as `worker/requests/request-page.ts`. */
	facts(view: RequestView): Record<string, string> {
		const isOver = view.state === 'solved' || view.state === 'closed';
		const isAnswered = view.state === 'answered' || view.state === 'waiting';
		return {
			view: 'request',
			state: view.state,
			team: view.team,
			urgent: view.urgent ? 'yes' : 'no',
			talk: view.messages.length > 0 ? 'yes' : 'no',
			files: view.files.length > 0 ? 'yes' : 'no',
			writable: isOver ? 'no' : 'yes',
			answered: isAnswered ? 'yes' : 'no',
			pending: isOver || isAnswered ? 'no' : 'yes',
			rating: view.rating,
			reopen: view.mergedInto ? 'merged' : view.reopenUntil ? 'yes' : isOver ? 'late' : 'no',
		};
	}

	/** What was said, as list items; the same markup as `worker/pages/live-lists.ts`. */
	showMessages({ messages }: RequestView, timeOf: (at: string) => HTMLElement): void {
		const list = this.#root.querySelector<HTMLElement>('[data-list="messages"]');
		const word = (key: string) => list?.getAttribute(`data-word-${key}`) ?? '';
		const items = messages.map(({ at, author, text }) => {
			const item = document.createElement('li');
			item.dataset['author'] = author;
			const [who, said, name] = [document.createElement('p'), document.createElement('p'), document.createElement('b')];
			name.textContent = word(author);
			who.append(name, ' ', timeOf(at));
			said.className = 'text';
			said.textContent = text || word('redacted');
			item.append(who, said);
			return item;
		});
		list?.replaceChildren(...items);
	}

	/** Files, to be saved; the same markup as `worker/pages/live-lists.ts`, but for the link, which would need a cookie. */
	showFiles({ files }: RequestView, timeOf: (at: string) => HTMLElement): void {
		const items = files.map(({ id, at, name, size }) => {
			const [item, button, kept] = [
				document.createElement('li'),
				document.createElement('button'),
				document.createElement('span'),
			];
			button.type = 'button';
			button.textContent = name;
			button.addEventListener('click', () => void this.#save(`/files/${id}`, name));
			kept.className = 'size';
			kept.textContent = formatBytes(size, document.documentElement.lang);
			item.append(button, ' ', kept, ' ', timeOf(at));
			return item;
		});
		this.#root.querySelector('[data-list="files"]')?.replaceChildren(...items);
	}

	submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
		const action = form.dataset['action'];
		if (action === 'message') void this.#send(form, 'message', 'messages', 'done:written');
		if (action === 'rating') void this.#send(form, 'rating', 'rating', 'rating:given');
		if (action === 'verdict' && submitter instanceof HTMLButtonElement) void this.#say(submitter.value);
		if (action === 'transcript') void this.#save('/transcript', `${this.#page.reference()}.txt`);
		if (action === 'delete') void this.#erase();
	}

	async #send(form: HTMLFormElement, name: 'message' | 'rating', path: string, fact: string) {
		const guard = this.#guards.get(name);
		if (!guard || !setBusy(form, true)) return;
		const files = name === 'message' ? this.#files : null;
		const wrong = await this.#check(form, guard, files);
		if (wrong === null || wrong.length > 0) {
			setBusy(form, false);
			if (wrong === null) showErrors(this.#root, [], 'UNCHECKED');
			else showErrors(form, wrong);
			form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
			return;
		}
		const hasFiles = files?.hasFiles ?? false;
		if (files && hasFiles && !formValues(form)['message']) {
			await this.#bring(form, files);
			return;
		}
		const headers: Record<string, string> = name === 'message' ? { 'Idempotency-Key': this.#key } : {};
		const answer = await this.#page.call<RequestView>('POST', `/${path}`, bodyOf(form), headers);
		if (!answer.ok || !hasFiles) setBusy(form, false);
		if (answer.ok || answer.problem) this.#key = crypto.randomUUID();
		if (!answer.ok) {
			guard.tell(answer.problem?.fields ?? []);
			showProblem(answer.problem?.fields.length ? form : this.#root, answer.problem);
			return;
		}
		form.reset();
		if (files && hasFiles) await this.#bring(form, files);
		else this.#done(answer.data, answer.data.rating === 'low' && name === 'rating' ? 'rating:low' : fact);
	}

	/** What is wrong with a form; files may come without a word. */
	async #check(form: HTMLFormElement, guard: FormGuard, files: FileField | null): Promise<FormError[] | null> {
		const wrong = await checkForm(form, guard, (await files?.errors()) ?? []);
		if (!files?.hasFiles) return wrong;
		return wrong && wrong.filter(({ name, code }) => name !== 'message' || code !== 'REQUIRED');
	}

	/** Sends the chosen files, and shows the request as it is with them. */
	async #bring(form: HTMLFormElement, files: FileField): Promise<void> {
		const show = async () => {
			files.clear();
			form.querySelector('[data-submit]')?.removeAttribute('hidden');
			const answer = await this.#page.call<RequestView>('GET', '');
			if (answer.ok) this.#done(answer.data, 'done:written');
			else showProblem(this.#root, answer.problem);
		};
		setBusy(form, true);
		await files.send(this.#page.link(), () => void show());
		setBusy(form, false);
	}

	async #say(verdict: string) {
		const answer = await this.#page.call<RequestView>('POST', '/state', { state: verdict });
		if (!answer.ok) showProblem(this.#root, answer.problem);
		else this.#done(answer.data, `done:${verdictNotices[verdict as keyof typeof verdictNotices]}`);
	}

	#done(view: RequestView, fact: string) {
		clearErrors(this.#root);
		this.#page.render(view, fact);
	}

	async #save(path: string, name: string) {
		const content = await this.#page.read(path);
		if (content === null) {
			showErrors(this.#root, [], 'OFFLINE');
			return;
		}
		const link = document.createElement('a');
		link.href = URL.createObjectURL(content);
		link.download = name;
		link.click();
		// Safari reads the file only after the click has been handled.
		setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
	}

	async #erase() {
		const answer = await this.#page.call('DELETE', '');
		if (answer.ok) this.#page.erased();
		else showProblem(this.#root, answer.problem);
	}
}

function bodyOf(form: HTMLFormElement): Record<string, unknown> {
	const { action: _, csrf: __, confirmed, ...values } = formValues(form);
	return { ...values, ...(confirmed ? { confirmed: true } : {}) };
}

/** The page around the panel. */
interface RequestPage {
	reference: () => string;
	/** The private link. */
	link: () => string;
	call: <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<T>>;
	/** What the API has under a path, or null. */
	read: (path: string) => Promise<Blob | null>;
	/** Shows a request as it is now, and moves focus to what holds. */
	render: (view: RequestView, fact: string) => void;
	erased: () => void;
}
