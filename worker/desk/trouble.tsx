import type { View } from './layout.tsx';
import type { ReplyFault } from './reply-check.ts';
import { words } from './words.ts';

/** Why a form was not done, above the page as it is now. `own` are sentences for what only this page knows. */
export function TroubleNotice<Own extends string>({ view, trouble, own }: TroubleNoticeProps<Own>) {
	const t = words[view.locale];
	const sentences: Record<string, string> = { invalid: t.invalidForm, secret: t.secretReply, stopped: t.stopped, ...own };
	return (
		<div class="notice" role="alert" id="trouble">
			<p data-code={trouble.kind === 'secret' ? 'SECRET_DETECTED' : undefined}>{sentences[trouble.kind]}</p>
			{'faults' in trouble && (
				<ul>
					{trouble.faults.map((fault) => (
						<li>{t[fault]}</li>
					))}
				</ul>
			)}
		</div>
	);
}

/** Why a form was not done: what every page knows, and what is its own. */
export type Trouble<Own extends string> = { kind: 'invalid' | 'secret' | Own } | { kind: 'stopped'; faults: ReplyFault[] };

interface TroubleNoticeProps<Own extends string> {
	view: View;
	trouble: Trouble<Own>;
	own: Record<Own, string>;
}
