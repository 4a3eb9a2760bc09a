import type { View } from './layout.tsx';
import { togetherWords } from './words/together.ts';

const keys = [
	['j', 'keyNext'],
	['k', 'keyPrevious'],
	['x', 'keyChoose'],
	['/', 'keySearch'],
	['r', 'keyReply'],
	['n', 'keyNote'],
	['q', 'keyQueue'],
	['?', 'keyHelp'],
] as const;

/** The list of keys. The script that knows them shows its button; without it there is neither. */
export function Keys({ view }: { view: View }) {
	const t = togetherWords[view.locale];
	return (
		<dialog id="keys" aria-labelledby="keys-title">
			<h2 id="keys-title">{t.keysTitle}</h2>
			<dl>
				{keys.map(([key, name]) => (
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
