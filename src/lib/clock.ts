/** The instant that a build works with, in milliseconds since the epoch; `NOW=<RFC 3339>` fixes it, so that tests do not rot. */
export function buildTime(): number {
	return process.env['NOW'] ? Date.parse(process.env['NOW']) : Date.now();
}
