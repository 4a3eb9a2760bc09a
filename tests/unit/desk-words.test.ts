import { readFileSync } from 'node:fs';

import { it } from 'vitest';

const folder = new URL('../../worker/desk/', import.meta.url);
/** Those that are put together; others are words of one page alone. */
const files = [...readFileSync(new URL('words.ts', folder), 'utf8').matchAll(/'\.\/(words\/[\w-]+\.ts)'/g)].map(
	([, file = '']) => file,
);

it('puts no word of the desk together from two files: the later one would replace the other in silence', async ({ expect }) => {
	const seen = new Map<string, string>();
	for (const file of files) {
		const module = (await import(new URL(file, folder).href)) as Record<string, { en: Record<string, string> }>;
		const names = Object.values(module).flatMap(({ en }) => Object.keys(en));
		for (const name of names) {
			expect(seen.get(name), `${name} of ${file}`).toBeUndefined();
			seen.set(name, file);
		}
	}
	expect(seen.size).toBeGreaterThan(100);
});
