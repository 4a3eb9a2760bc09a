import { link, type View } from './layout.tsx';
import { words } from './words.ts';

/** Lists whose next page is older; others only go on. */
const byTime = new Set([
	'/desk/',
	'/desk/callbacks/all',
	'/desk/callbacks/blocked',
	'/desk/blocked/',
	'/desk/comments',
	'/desk/audit/',
]);

/** What stands below a list: a word when it is empty, or the way to its next page. */
export function Pager({ view, isEmpty, path, next, query = {} }: PagerProps) {
	const t = words[view.locale];
	if (isEmpty) return <p>{t.none}</p>;
	if (!next) return null;
	return (
		<p>
			<a class="more" href={link(view, path, { ...query, cursor: next })} rel="next">
				{byTime.has(path) ? t.older : t.more}
			</a>
		</p>
	);
}

interface PagerProps {
	view: View;
	isEmpty: boolean;
	path: string;
	/** Cursor of the next page. */
	next: string | undefined;
	/** What else the address of the next page says. */
	query?: Record<string, string>;
}
