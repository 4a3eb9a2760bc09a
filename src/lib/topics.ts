import { support } from '#config/support';

/** The contact topic for articles of a category; the catch-all one where no topic names it. */
export function topicOf(category: string): string {
	return support.topics.find((topic) => topic.category === category)?.id ?? 'other';
}
