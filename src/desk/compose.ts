/** Inserts articles and saved replies where the cursor is, without asking the server for the page again. */
export function watchCompose(page: Document): void {
	const tools = page.querySelector<HTMLElement>('[data-compose]');
	const reply = page.querySelector<HTMLTextAreaElement>('#reply');
	const list = tools?.querySelector<HTMLElement>('[data-found]');
	const query = tools?.querySelector<HTMLInputElement>('input[name="query"]');
	const saved = tools?.querySelector<HTMLSelectElement>('select[name="saved"]');
	if (!tools || !reply || !list || !query || !saved) return;
	on(tools, '[data-insert-saved]', () => insert(reply, saved.selectedOptions[0]?.dataset['text'] ?? ''));
	on(tools, '[data-find]', () => {
		void find(tools.dataset['compose'] ?? '', query.value)
			.then((found) => list.replaceChildren(...items(page, list, found, reply)))
			// Without an answer the form's own way is still there.
			.catch(() => reply.form?.requestSubmit(tools.querySelector<HTMLElement>('[data-find]')));
	});
}

function on(tools: HTMLElement, selector: string, act: () => void): void {
	tools.querySelector(selector)?.addEventListener('click', (event) => {
		event.preventDefault();
		act();
	});
}

/** Written so that the browser's undo knows of it, and whoever listens to the field does, too. */
function insert(reply: HTMLTextAreaElement, text: string): void {
	const before = reply.value.slice(0, reply.selectionStart);
	const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
	reply.setRangeText(gap + text, reply.selectionStart, reply.selectionEnd, 'end');
	reply.dispatchEvent(new Event('input', { bubbles: true }));
	reply.focus();
}

async function find(locale: string, query: string): Promise<Article[]> {
	if (!query.trim()) return [];
	const response = await fetch(`/desk/articles?${new URLSearchParams({ locale, query })}`);
	if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) throw new Error(String(response.status));
	return ((await response.json()) as { articles: Article[] }).articles;
}

function items(page: Document, list: HTMLElement, found: Article[], reply: HTMLTextAreaElement): HTMLLIElement[] {
	const word = list.dataset['insert'] ?? '';
	if (found.length === 0) return [item(page, list.dataset['none'] ?? '')];
	return found.map(({ title, url }) => {
		const button = page.createElement('button');
		button.type = 'button';
		button.textContent = word;
		button.ariaLabel = `${word}: ${title}`;
		button.addEventListener('click', () => insert(reply, `${title}\n${url}`));
		const line = item(page, `${title} `);
		line.append(button);
		return line;
	});
}

function item(page: Document, text: string): HTMLLIElement {
	const line = page.createElement('li');
	line.textContent = text;
	return line;
}

interface Article {
	title: string;
	url: string;
}
