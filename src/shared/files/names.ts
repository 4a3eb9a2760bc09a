import { fileKinds, type FileKind } from '#shared/files/kinds';
import { length } from '#shared/limits';

/** Folders, what shells and file systems read as more than a letter, and what turns the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are among what is taken out
const unsafe = /[\u0000-\u001f\u007f-\u009f"'`<>:|?*%\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

/** A name to show and to save a file under: of its sender's making, with an ending that says what the file is. */
export function cleanName(given: string, kind: FileKind): string {
	const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const name = trimDots(last.replace(unsafe, '').replace(/\s+/g, ' '));
	const [, stem = name, ending = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
	const endings: readonly string[] = fileKinds[kind].endings;
	const isRight = endings.includes(ending.toLowerCase());
	const [suffix, base] = isRight ? [ending.toLowerCase(), stem] : [endings[0] ?? '', name];
	const short = Array.from(base)
		.slice(0, length.fileName - suffix.length - 1)
		.join('')
		.trim();
	return `${short || 'file'}.${suffix}`;
}

/** Without dots and spaces at both ends. A pattern would look from each of them to the end of the text. */
function trimDots(text: string): string {
	const isEdge = (index: number) => text[index] === '.' || text[index] === ' ';
	let [start, end] = [0, text.length];
	while (start < end && isEdge(start)) start++;
	while (end > start && isEdge(end - 1)) end--;
	return text.slice(start, end);
}

/** A `Content-Disposition` that saves a file under a name, whatever characters that has (RFC 6266). */
export function disposition(how: 'attachment' | 'inline', name: string): string {
	const plain = name.replace(/[^\w .()-]/g, '_');
	const encoded = encodeURIComponent(name).replace(
		/['()*!]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The name in a `Content-Disposition` as `disposition` writes it; empty without one. */
export function nameInDisposition(header: string): string {
	const [, encoded = ''] = /;\s*filename\*=utf-8''([^;\s]*)/i.exec(header) ?? [];
	try {
		return decodeURIComponent(encoded);
	} catch {
		return '';
	}
}
