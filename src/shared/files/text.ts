/** Line breaks, tabs and page breaks apart, what steers a terminal or ends a string is no text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Markup, and what a shell would run. */
const program = /^\s*(?:<[!?a-z]|#!)/i;

/**
 * The text in a file: UTF-8, or UTF-16 that says so, without control characters. Null for everything else, markup and scripts
 * included.
 */
export function readText(bytes: Uint8Array): string | null {
	const text = decode(bytes);
	return text === null || controls.test(text) || program.test(text) ? null : text;
}

/** Whether the first bytes of a file may be those of a text. */
export function startsAsText(head: Uint8Array): boolean {
	return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

/** Whether a text is a JSON document rather than a log. */
export function isJson(text: string): boolean {
	if (!/^\s*[[{]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Old notepads write UTF-16. */
function decode(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
	} catch {
		return null;
	}
}
