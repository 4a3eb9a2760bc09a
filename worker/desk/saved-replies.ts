import { replies } from '#config/replies';
import * as limits from '#shared/limits';

import type { StoredRequest } from '../db/requests.ts';
import { topicName } from './words.ts';

/** Saved replies in the language of a request, their variables filled, by the title that the desk knows them by. */
export function savedReplies(
	request: Pick<StoredRequest, 'locale' | 'name' | 'reference' | 'topic'>,
	agent: string,
): SavedReply[] {
	const values: Record<string, string> = {
		name: request.name,
		reference: request.reference,
		topic: topicName(request.locale, request.topic),
		agent: signature(agent),
		reopenDays: String(limits.reopenDays),
	};
	return replies.map(({ id, title, text }) => ({
		id,
		title,
		text: text[request.locale].replaceAll(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written),
	}));
}

/** A text with another one below it. */
export function append(text: string, addition: string): string {
	return [text.trimEnd(), addition].filter(Boolean).join('\n\n');
}

/** How an agent signs: the name, and of an address only what stands before the `@`. */
function signature(agent: string): string {
	const [local = ''] = agent.split('@');
	if (local === agent) return agent;
	return local
		.split(/[._-]+/)
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join(' ');
}

export interface SavedReply {
	id: string;
	title: Record<'zh-cn' | 'en', string>;
	text: string;
}
