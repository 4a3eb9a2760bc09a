import { isSeq } from 'yaml';

import { FactGroupSchema, toFacts, type Fact, type Facts } from '../facts.ts';
import type { Rule } from './index.ts';
import { atField, atIndex, readYaml, type ContentFolder, type ContentMistake } from './source.ts';
import { checkTextFacts, checkTopFacts } from './typed-facts.ts';

/** Reads content/facts. */
export function readFacts(folder: ContentFolder): { facts: Facts; mistakes: ContentMistake[] } {
	const groups: [string, Record<string, Fact>][] = [];
	const mistakes: ContentMistake[] = [];
	for (const file of folder.list('facts', '.yml')) {
		const name = file.replace('content/facts/', '').replace('.yml', '');
		if (!/^[a-z0-9-]+$/.test(name)) mistakes.push({ file, line: 1, message: 'rename the file, in a-z, 0-9 and hyphens' });
		const group = readYaml(file, folder.read(file), 0, FactGroupSchema);
		mistakes.push(...group.mistakes);
		if (group.data) groups.push([name, group.data]);
	}
	return { facts: toFacts(groups), mistakes };
}

/** Facts that are not known, stand in the wrong form, or are typed out. */
export const checkFacts: Rule = (source, { facts }) => {
	const { document, text } = source;
	// A broken file of facts would make every use of it a mistake.
	if (!facts) return [];
	const inText = checkTextFacts(text, facts).map(({ index, message }) => atIndex(source, index, message));
	const aliases = document?.getIn(['aliases']);
	const paths = [['title'], ['summary'], ...(isSeq(aliases) ? aliases.items.map((_, index) => ['aliases', index]) : [])];
	const inTop = paths.flatMap((path) => {
		const value = document?.getIn(path);
		if (typeof value !== 'string') return [];
		return checkTopFacts(value, facts).map(({ message }) => atField(source, path, `${path.join('.')}: ${message}`));
	});
	return [...inTop, ...inText];
};
