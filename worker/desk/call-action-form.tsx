import type { PropsWithChildren } from 'hono/jsx';

import type { StoredCallback } from '../db/callbacks.ts';
import { link, type View } from './layout.tsx';

/** A form that does something about a call, with the version that its reader has seen. */
export function ActionForm({ view, call, action, children }: PropsWithChildren<CallFormProps & { action: string }>) {
	return (
		<form method="post" action={link(view, `/desk/callbacks/${call.reference}`)} class="act">
			<input type="hidden" name="action" value={action} />
			<input type="hidden" name="version" value={String(call.version)} />
			{children}
		</form>
	);
}

/** A button and the key that presses it (with the browser's modifier). */
export function Key({ name, label, isPrimary = false }: { name: string; label: string; isPrimary?: boolean }) {
	return (
		<button type="submit" accesskey={name} data-key={name} class={isPrimary ? 'primary' : undefined}>
			{label} <kbd>{name.toUpperCase()}</kbd>
		</button>
	);
}

export interface CallFormProps {
	view: View;
	call: StoredCallback;
}
