import type { PropsWithChildren } from 'hono/jsx';

import type { FormFields } from '../input/body.ts';
import { link, type View } from './layout.tsx';
import { pathOf } from './references.tsx';

/** A form that does something about a request or a call, with the version that its reader has seen. */
export function ActionForm({ view, item, action, children }: PropsWithChildren<ActionFormProps>) {
	return (
		<form method="post" action={link(view, pathOf(item.reference))} class="act">
			<input type="hidden" name="action" value={action} />
			<input type="hidden" name="version" value={String(item.version)} />
			{children}
		</form>
	);
}

/** What was typed into a field of the form that was not done. */
export function typedIn(form: FormFields | undefined, action: string, name: string): string {
	return (form?.['action']?.[0] === action && form[name]?.[0]) || '';
}

interface ActionFormProps {
	view: View;
	item: { reference: string; version: number };
	action: string;
}
