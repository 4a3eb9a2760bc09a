import type { RedactedField } from '../db/redact-field.ts';
import type { StoredRequest } from '../db/requests.ts';
import { link, type View } from './layout.tsx';
import { pathOf } from './references.tsx';
import { words } from './words.ts';

/** Cuts a text out for good: a message (0 is the request itself), or what stands in a field. */
export function PurgeForm({ view, request, id, field }: PurgeFormProps) {
	const t = words[view.locale];
	return (
		<details>
			<summary>{t.purge}</summary>
			<form method="post" action={link(view, pathOf(request.reference))}>
				<p class="hint">{t.purgeHint}</p>
				<input type="hidden" name="version" value={String(request.version)} />
				{field ? <input type="hidden" name="field" value={field} /> : <input type="hidden" name="id" value={String(id)} />}
				<button type="submit" name="action" value={field ? 'purge-field' : 'purge'}>
					{t.purge}
				</button>
			</form>
		</details>
	);
}

interface PurgeFormProps {
	view: View;
	request: StoredRequest;
	id?: number;
	field?: RedactedField;
}
