import { switchedForms, type SwitchedForm } from '#shared/switches';

import type { Switches } from '../db/switches.ts';
import { Layout, link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { words } from './words.ts';

export const switchesPath = '/desk/switches';

/** One switch for each form, and when they were last used. */
export function SwitchList({ view, switches }: { view: View; switches: Switches }) {
	const t = words[view.locale];
	return (
		<Layout view={view} tab="switches">
			<h1>{t.switches}</h1>
			<p class="hint">{t.switchesHint}</p>
			<ul class="items">
				{switchedForms.map((form) => (
					<Switch view={view} form={form} since={switches.off.find((off) => off.form === form)?.since} />
				))}
			</ul>
			{switches.events.length > 0 && (
				<section>
					<h2>{t.timeline}</h2>
					<ol>
						{switches.events.map(({ at, form, state, actor }) => (
							<li>
								{t[nameOf[form]]}: {t[state]} · {actor ? `${actor} · ` : ''}
								<Time view={view} at={at} />
							</li>
						))}
					</ol>
				</section>
			)}
		</Layout>
	);
}

function Switch({ view, form, since }: { view: View; form: SwitchedForm; since: number | undefined }) {
	const t = words[view.locale];
	const isOff = since !== undefined;
	const name = t[nameOf[form]];
	return (
		<li>
			<h2 id={form}>
				{name} <span class={isOff ? 'tag urgent' : 'tag'}>{isOff ? t.off : t.on}</span>
			</h2>
			{isOff && (
				<p class="meta">
					<Time view={view} at={since} />
				</p>
			)}
			<form method="post" action={link(view, switchesPath)}>
				<input type="hidden" name="form" value={form} />
				<button type="submit" name="state" value={isOff ? 'on' : 'off'} aria-describedby={form}>
					{isOff ? t.switchOn : t.switchOff}
				</button>
			</form>
		</li>
	);
}

const nameOf = { contact: 'contactForm', callbacks: 'callbacks', votes: 'votes', searchMisses: 'searches' } as const;
