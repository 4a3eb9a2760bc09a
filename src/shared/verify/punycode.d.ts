/** The bare name `punycode` is Node's own module; this file of the package has no types. */
declare module 'punycode/punycode.es6.js' {
	export function toUnicode(host: string): string;
}
