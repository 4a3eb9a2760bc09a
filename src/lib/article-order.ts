import { kinds, type ArticleData, type Kind } from './article-schema.ts';

/** Newest first, the same for every reading. */
export function newestFirst(a: Placed, b: Placed): number {
	return b.entry.data.updated.getTime() - a.entry.data.updated.getTime() || a.id.localeCompare(b.id);
}

/** Articles that are sorted already by `<locale>/<category>`, in the order of the category's page: questions, then guides. */
export function groupByCategory<T extends Placed>(articles: readonly T[]): Map<string, T[]> {
	const byKind = kinds.flatMap((kind) => articles.filter((article) => article.kind === kind));
	return Map.groupBy(byKind, ({ locale, entry }) => `${locale}/${entry.data.category}`);
}

interface Placed {
	id: string;
	locale: string;
	kind: Kind;
	entry: { data: Pick<ArticleData, 'updated' | 'category'> };
}
