import { askDesk, whileVisible } from './every.ts';

const everyMs = 20_000;

/** Says who else answers a request and that it has changed; and tells the others while a reply is being written here. */
export function watchPresence(page: Document): void {
	const note = page.querySelector<HTMLElement>('[data-presence]');
	const reply = page.querySelector<HTMLTextAreaElement>('#reply');
	const path = note?.dataset['presence'];
	if (!note || !reply || !path) return;
	let wasWriting = false;
	const update = async () => {
		const writing = reply.value.trim() !== '';
		// Whoever writes nothing tells nobody so, except once when it has just become so.
		const init = writing || wasWriting ? { method: 'POST', body: JSON.stringify({ writing }) } : undefined;
		wasWriting = writing;
		show(note, await askDesk<Answer>(path, init));
	};
	reply.addEventListener('input', () => {
		if ((reply.value.trim() !== '') !== wasWriting) void update().catch(() => {});
	});
	// A browser that goes back, and a form that came back, bring the text along.
	void update().catch(() => {});
	whileVisible(page, everyMs, update);
}

/** Says it only when it is news: what is written again is read out again. */
function show(note: HTMLElement, { text, version }: Answer): void {
	const others = note.querySelector<HTMLElement>('[data-others]');
	const changed = note.querySelector<HTMLElement>('[data-changed]');
	if (others && others.textContent !== text) others.textContent = text;
	const isChanged = String(version) !== note.dataset['version'];
	if (changed && isChanged && !changed.textContent) changed.textContent = changed.dataset['changed'] ?? '';
}

interface Answer {
	text: string;
	version: number;
}
