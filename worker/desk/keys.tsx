import type { View } from './layout.tsx';
import { togetherWords } from './words/together.ts';

const everywhere = [
	['/', 'keySearch'],
	['q', 'keyQueue'],
	['?', 'keyHelp'],
] as const;

/** What the keys do: on most pages, and where some do something else. */
const keys = {
	usual: [['j', 'keyNext'], ['k', 'keyPrevious'], ['x', 'keyChoose'], ['r', 'keyReply'], ['n', 'keyNote'], ...everywhere],
	call: [['c', 'keyCall'], ['r', 'keyReached'], ['m', 'keyMissed'], ['w', 'keyWrong'], ['n', 'keyNote'], ...everywhere],
} as const;

/** The list of keys. The script that knows them shows its button; without it there is neither. */
export function Keys({ view, of = 'usual' }: { view: View; of?: KeySet | undefined }) {
	const t = togetherWords[view.locale];
	return (
		<dialog id="keys" aria-labelledby="keys-title">
			<h2 id="keys-title">{t.keysTitle}</h2>
			<dl>
				{keys[of].map(([key, name]) => (
					<div>
						<dt>
							<kbd>{key}</kbd>
						</dt>
						<dd>{t[name]}</dd>
					</div>
				))}
			</dl>
			<p class="hint">{t.keysHint}</p>
			<label class="check">
				<input type="checkbox" data-keys-on checked /> {t.keysOn}
			</label>
			<form method="dialog">
				<button type="submit">{t.close}</button>
			</form>
		</dialog>
	);
}

export type KeySet = keyof typeof keys;
