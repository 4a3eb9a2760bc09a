import { locales } from '#config/locales';
import { formatSecond } from '#shared/instant';

import { wordsUntil } from '../callbacks/callback-rules.ts';
import type { CallDetailProps } from './call.tsx';
import type { View } from './layout.tsx';
import { livesClass } from './styles/words-life.ts';
import { deskTime, deskTimezone, words } from './words.ts';

/** Shown to whoever calls, for as long as it lives. */
export function CallProof({ view, call, proof }: CallDetailProps) {
	const t = words[view.locale];
	if (call.state !== 'calling' || call.callingAt === null) return null;
	if (!proof) return <p class="notice">{otherCalls(view, call.agent ?? '', call.callingAt)}</p>;
	const lives = wordsUntil(call.callingAt) - view.now;
	return (
		<div class="proof">
			{proof.words && (
				<>
					<div data-lives={String(lives)} class={`words-live ${livesClass(lives)}`}>
						<p>{t.sayFirst}</p>
						<p class="proof-words" lang={locales[call.locale].lang}>
							{proof.words.join(' · ')}
						</p>
						<p class="hint">
							{t.wordsUntil.replace('{time}', formatSecond(locales[view.locale].lang, wordsUntil(call.callingAt), deskTimezone))}
						</p>
					</div>
					<p data-unscripted class={`words-over ${livesClass(lives)}`}>
						{t.wordsOver}
					</p>
				</>
			)}
			<p data-lived role="status">
				{proof.words ? '' : t.wordsOver}
			</p>
			<p class="hint" data-over={t.wordsOver}>
				{t.sayFirstHint}
			</p>
			<p>
				<a class="phone" href={`tel:${call.phone}`}>
					{call.phone}
				</a>
			</p>
		</div>
	);
}

function otherCalls(view: View, agent: string, since: number): string {
	return words[view.locale].otherCalls.replace('{agent}', () => agent).replace('{time}', deskTime(view.locale, since));
}
