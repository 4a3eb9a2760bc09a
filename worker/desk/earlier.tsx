import type { RequestSummary } from '../db/requests.ts';
import { link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { ReferenceLink } from './references.tsx';
import { stateName, topicName } from './words.ts';
import { workWords } from './words/work.ts';

/** What else came from the same address; whether each address is proved to be its writer's stands beside it. */
export function Earlier({ view, email, requests }: { view: View; email: string; requests: readonly RequestSummary[] }) {
	const t = workWords[view.locale];
	if (requests.length === 0) return null;
	return (
		<section>
			<h2>{t.earlier}</h2>
			<p class="hint">{t.earlierHint}</p>
			<ul class="plain-list">
				{requests.map(({ reference, state, topic, createdAt, isVerified }) => (
					<li>
						<ReferenceLink view={view} reference={reference} />
						<span class="tag">{stateName(view.locale, state)}</span>
						<span class={isVerified ? 'tag' : 'tag held'}>{isVerified ? t.verified : t.unverified}</span>
						<p class="meta">
							{topicName(view.locale, topic)} · <Time view={view} at={createdAt} />
						</p>
					</li>
				))}
			</ul>
			<p>
				<a href={link(view, '/desk/', { q: email })}>{t.earlierMore}</a>
			</p>
		</section>
	);
}
