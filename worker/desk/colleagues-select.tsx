import type { View } from './layout.tsx';
import { workWords } from './words/work.ts';

/** Chooses a colleague; `me` stands first. */
export function ColleagueSelect({ view, id, colleagues, me, chosen }: ColleagueSelectProps) {
	const t = workWords[view.locale];
	return (
		<select id={id} name="to" aria-label={t.assignTo}>
			{colleagues.map((name) => (
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
