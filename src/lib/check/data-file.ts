import { lineOf, readYaml, type ContentFolder, type ContentMistake } from './source.ts';

/** Reads a YAML file of content that need not be there; `data` is missing where it is not, or is broken. */
export function readDataFile<T>(folder: ContentFolder, file: string, schema: Parameters<typeof readYaml<T>>[3]): DataFile<T> {
	const text = readIfThere(folder, file);
	if (text === undefined) return { mistakes: [], at: (_, message) => ({ file, line: 1, message }) };
	const { data, document, counter, mistakes } = readYaml(file, text, 0, schema);
	const at: DataFile<T>['at'] = (path, message) => ({ file, line: lineOf(document, counter, path), message });
	return { ...(data === undefined ? {} : { data }), mistakes, at };
}

/** Text of a file of content, or undefined where there is none. */
export function readIfThere(folder: ContentFolder, file: string): string | undefined {
	try {
		return folder.read(file);
	} catch {
		return undefined;
	}
}

interface DataFile<T> {
	data?: T;
	mistakes: ContentMistake[];
	/** A mistake at the value that `path` leads to. */
	at: (path: (string | number)[], message: string) => ContentMistake;
}
