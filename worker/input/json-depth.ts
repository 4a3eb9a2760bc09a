const brackets = /["[\]{}]/g;
/** The rest of a JSON string, from after its opening quotation mark. */
const restOfString = /[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;

/** Whether arrays and objects of a JSON text are nested deeper than a limit. Counts without parsing, in one pass. */
export function isDeeper(text: string, most: number): boolean {
	let depth = 0;
	brackets.lastIndex = 0;
	for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
		if (match[0] === '"') {
			restOfString.lastIndex = brackets.lastIndex;
			// An unfinished string is no JSON, which the parser will say.
			if (!restOfString.test(text)) return false;
			brackets.lastIndex = restOfString.lastIndex;
		} else if (match[0] === '[' || match[0] === '{') {
			if (++depth > most) return true;
		} else depth--;
	}
	return false;
}
