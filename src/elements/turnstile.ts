const scriptUrl = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit';

/** Shows Cloudflare's challenge in a block, where an operator has chosen it; null when it is cancelled or fails. */
export async function passTurnstile(
	siteKey: string,
	action: string,
	block: HTMLElement | null,
	signal: AbortSignal,
): Promise<string | null> {
	const frame = block?.querySelector<HTMLElement>('[data-frame]');
	if (!frame || !(await loadScript())) return null;
	const { turnstile } = window as unknown as { turnstile: Turnstile };
	let widget: string | undefined;
	const token = await new Promise<string | null>((resolve) => {
		signal.addEventListener('abort', () => resolve(null));
		const fail = () => resolve(null);
		widget = turnstile.render(frame, {
			sitekey: siteKey,
			action,
			language: document.documentElement.lang.toLowerCase(),
			callback: resolve,
			'error-callback': fail,
			'timeout-callback': fail,
			'unsupported-callback': fail,
		});
	});
	if (widget) turnstile.remove(widget);
	return token;
}

function loadScript(): Promise<boolean> {
	return new Promise((resolve) => {
		const script = document.createElement('script');
		script.src = scriptUrl;
		script.addEventListener('load', () => resolve(true));
		script.addEventListener('error', () => resolve(false));
		document.head.append(script);
	});
}

interface Turnstile {
	render: (element: HTMLElement, options: Record<string, unknown>) => string;
	remove: (widget: string) => void;
}
