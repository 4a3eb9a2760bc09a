import type { View } from './layout.tsx';
import { workWords } from './words/work.ts';

/** Chooses a colleague. */
export function ColleagueSelect({ view, id, colleagues, me, chosen }: ColleagueSelectProps) {
	const t = workWords[view.locale];
	const others = colleagues.filter((name) => name !== me);
	// Taking it oneself has a button of its own.
	return (
		<select id={id} name="to" aria-label={t.assignTo}>
			{(others.length > 0 ? others : [me]).map((name) => (
				<option value={name} selected={name === chosen}>
					{name === me ? t.me.replace('{name}', () => name) : name}
				</option>
			))}
		</select>
	);
}

interface ColleagueSelectProps {
	view: View;
	id: string;
	colleagues: readonly string[];
	me: string;
	chosen?: string | null;
}
