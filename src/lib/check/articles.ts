import { readFacts } from './facts.ts';
import { openFolder, readSource, type Source } from './source.ts';

/** Every article of a content folder, as far as it can be read. */
export function readSources(content: string): Source[] {
	const folder = openFolder(content);
	const { facts } = readFacts(folder);
	return folder.list('articles', '.mdx').map((file) => readSource(folder, file, facts));
}
