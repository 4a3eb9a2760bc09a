import { defaultLocale } from '../../config/locales.ts';
import { readAddresses } from '../addresses.ts';
import { groupByPath, pathOf } from '../translations.ts';
import { atField, type ContentFolder, type ContentMistake, type Source } from './source.ts';

/** Exactly one language of each article says which text of the other it translates, and its address is on record. */
export function checkTranslations(folder: ContentFolder, sources: readonly Source[]): ContentMistake[] {
	const known = recordedAddresses(folder);
	return groupByPath(sources).flatMap((group) => {
		const [first] = group;
		// A missing or broken twin is a mistake of its own.
		if (!first || group.length !== 2 || group.some(({ data }) => !data)) return [];
		const source = group.find(({ locale }) => locale === defaultLocale) ?? first;
		const translation = group.find((language) => language !== source) ?? first;
		const holders = group.filter(({ data }) => data?.sourceHash !== undefined);
		const path = pathOf(source);
		if (holders.length > 1) {
			const message = `both languages hold a sourceHash; remove this line from the one that was written first, then run npm run translated ${path}`;
			return [atField(source, ['sourceHash'], message)];
		}
		if (holders.length === 0)
			return [atField(translation, [], `nobody has signed this translation off; run npm run translated ${path}`)];
		const isPublished = group.every(({ data }) => !data?.draft);
		if (!isPublished || !known || known.has(path)) return [];
		return [atField(source, [], `its address is not in content/addresses.yml yet; run npm run translated ${path}`)];
	});
}

/** Undefined without a readable file: that it is broken is a mistake of its own. */
function recordedAddresses(folder: ContentFolder): ReadonlySet<string> | undefined {
	try {
		return readAddresses(folder.read('content/addresses.yml'));
	} catch {
		return undefined;
	}
}
