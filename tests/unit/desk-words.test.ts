import { readdirSync } from 'node:fs';

import { it } from 'vitest';

const folder = new URL('../../worker/desk/words/', import.meta.url);

it('has no word of the desk in two files: the later one would replace the other in silence', async ({ expect }) => {
	const seen = new Map<string, string>();
	for (const file of readdirSync(folder)) {
		const module = (await import(new URL(file, folder).href)) as Record<string, { en: Record<string, string> }>;
		const names = Object.values(module).flatMap(({ en }) => Object.keys(en));
		for (const name of names) {
			expect(seen.get(name), `${name} of ${file}`).toBeUndefined();
			seen.set(name, file);
		}
	}
	expect(seen.size).toBeGreaterThan(100);
});
