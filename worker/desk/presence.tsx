import type { Locale } from '#config/locales';
import * as limits from '#shared/limits';

import { readJson } from '../input/body.ts';
import type { App, AppContext } from '../context.ts';
import { dropPresence, findPresence, notePresence, type Presence } from '../db/presence.ts';
import { parseReference } from '../pages/private-link.ts';
import { ApiError } from '../problem.ts';
import { now } from '../settings.ts';
import { staffOf } from './access.ts';
import { type View } from './layout.tsx';
import { viewOf } from './page.tsx';
import { deskTime } from './words.ts';
import { togetherWords } from './words/together.ts';

const path = '/requests/:reference/presence';

/** Who answers a request just now: asked for by the desk's script, and told by it while a reply is being written. */
export function addPresence(desk: App): void {
	desk.get(path, async (c) => c.json(await answer(c)));
	desk.post(path, async (c) => {
		const { writing: isWriting } = await readJson(c);
		const found = await answer(c);
		await (
			isWriting === true ? writing(c, referenceOf(c), limits.presenceSeconds) : dropPresence(c.env.DB, referenceOf(c), staffOf(c))
		).run();
		return c.json(found);
	});
}

/** Statement that says for some seconds that whoever asks is answering a request. */
export function writing(c: AppContext, reference: string, seconds: number): D1PreparedStatement {
	const at = now(c.var.settings);
	return notePresence(c.env.DB, { reference, agent: staffOf(c), at, until: at + seconds * 1000 });
}

/** Who else is answering: there from the start, and kept up to date by the script. */
export function PresenceNote({ view, presence, version }: { view: View; presence: Presence | null; version: number }) {
	const t = togetherWords[view.locale];
	const text = presence ? presenceText(view.locale, presence) : '';
	return (
		<div class="presence" data-presence={`${view.path}/presence`} data-version={String(version)}>
			<p role="status" data-others>
				{text}
			</p>
			<p role="status" data-changed={t.changed} />
		</div>
	);
}

async function answer(c: AppContext): Promise<{ version: number; text: string }> {
	const found = await findPresence(c.env.DB, referenceOf(c), staffOf(c), now(c.var.settings));
	if (!found) throw new ApiError('NOT_FOUND');
	return { version: found.version, text: presenceText(viewOf(c).locale, found) };
}

function presenceText(locale: Locale, { others }: Presence): string {
	const t = togetherWords[locale];
	return others
		.map(({ agent, since }) => t.answering.replace('{name}', () => agent).replace('{since}', deskTime(locale, since)))
		.join(' ');
}

function referenceOf(c: AppContext): string {
	return parseReference(c.req.param('reference') ?? '') ?? '';
}
