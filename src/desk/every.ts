/** Does something now and then while the page can be seen, and at once when it is seen again. A failure waits for the next time. */
export function whileVisible(page: Document, milliseconds: number, work: () => Promise<void>): void {
	let timer: ReturnType<typeof setInterval> | undefined;
	const run = () => void work().catch(() => {});
	const stop = () => {
		clearInterval(timer);
		timer = undefined;
	};
	const start = () => {
		timer ??= setInterval(run, milliseconds);
	};
	page.addEventListener('visibilitychange', () => {
		if (page.visibilityState === 'hidden') return stop();
		run();
		start();
	});
	if (page.visibilityState !== 'hidden') start();
}

/** An answer of the desk's own routes. Throws unless it is one: a session may have ended. */
export async function askDesk<T>(path: string, init?: RequestInit): Promise<T> {
	const lang = new URLSearchParams(location.search).get('lang');
	const response = await fetch(lang ? `${path}?lang=${encodeURIComponent(lang)}` : path, {
		headers: { Accept: 'application/json', ...(init?.body ? { 'Content-Type': 'application/json' } : {}) },
		...init,
	});
	if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) throw new Error(String(response.status));
	return (await response.json()) as T;
}
