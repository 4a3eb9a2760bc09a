import { recall } from './device.ts';

/** Moves the focus to the next or previous visible stop; false at the ends and where none of them has it. */
export function moveFocus(stops: readonly HTMLElement[], key: 'ArrowDown' | 'ArrowUp'): boolean {
	const visible = stops.filter((stop) => stop.offsetParent !== null);
	const index = visible.findIndex((stop) => stop === document.activeElement);
	const next = index === -1 ? undefined : visible[index + (key === 'ArrowDown' ? 1 : -1)];
	next?.focus();
	return next !== undefined;
}

/** `/` and Ctrl or Cmd + K go to the search box from anywhere, but for `/` in a field or when the reader has turned it off. */
export function onShortcut(input: HTMLInputElement, signal: AbortSignal): void {
	const handle = (event: KeyboardEvent) => {
		// Browsers that fill in fields send events of this name without a key.
		if (typeof event.key !== 'string') return;
		const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
		const isCommand = event.ctrlKey || event.metaKey;
		const isSlash = event.key === '/' && !isCommand && !isTyping && recall('shortcut') !== 'off';
		const isShortcut = isSlash || (event.key.toLowerCase() === 'k' && isCommand);
		if (!isShortcut || event.altKey) return;
		event.preventDefault();
		input.focus();
		input.select();
	};
	document.addEventListener('keydown', handle, { signal });
}
