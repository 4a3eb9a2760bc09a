import type { PropsWithChildren } from 'hono/jsx';

import type { StoredRequest } from '../db/requests.ts';
import { link, type View } from './layout.tsx';

/** A form that does something about a request, with the version that its reader has seen. */
export function ActionForm({ view, request, action, children }: PropsWithChildren<ActionFormProps>) {
	return (
		<form method="post" action={link(view, `/desk/requests/${request.reference}`)} class="act">
			<input type="hidden" name="action" value={action} />
			<input type="hidden" name="version" value={String(request.version)} />
			{children}
		</form>
	);
}

interface ActionFormProps {
	view: View;
	request: StoredRequest;
	action: string;
}
