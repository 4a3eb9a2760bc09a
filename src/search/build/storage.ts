import { gunzipSync } from 'node:zlib';

import { close, createIndex } from 'pagefind';

import { readFragment, storedLanguage, writeContent } from '../fragment.ts';
import type { Page } from './page.ts';

const named = new RegExp(`^fragment/${storedLanguage}_([^.]+)\\.pf_fragment$`);

/** Lets Pagefind store the text of every page: its fragments by file name, and the id of each page's by URL. */
export async function storePages(pages: readonly Page[]): Promise<Stored> {
	const { index, errors } = await createIndex({});
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	const answers = await Promise.all(
		pages.map(({ url, title, units }) =>
			index.addCustomRecord({ url, content: writeContent(units), language: storedLanguage, meta: { title } }),
		),
	);
	const { errors: fileErrors, files } = await index.getFiles();
	await close();
	const failures = [...answers.flatMap((answer) => answer.errors), ...fileErrors];
	if (failures.length > 0) throw new Error(`Pagefind: ${failures.join('; ')}`);
	const fragments = new Map<string, Uint8Array>();
	const ids = new Map<string, string>();
	for (const { path, content } of files) {
		const id = named.exec(path)?.[1];
		if (id === undefined) continue;
		fragments.set(path, content);
		ids.set(urlOf(content), id);
	}
	return { fragments, ids };
}

function urlOf(fragment: Uint8Array): string {
	return readFragment(gunzipSync(fragment)).url;
}

interface Stored {
	fragments: Map<string, Uint8Array>;
	ids: Map<string, string>;
}
