import { existsSync, readFileSync } from 'node:fs';

import { describe, it } from 'vitest';

const document = readFileSync('docs/security.md', 'utf8');
const named = [...document.matchAll(/`(tests\/[^`]+)` "([^"]+)"/g)].map(([, file = '', name = '']) => ({ file, name }));

describe('docs/security.md', () => {
	it('names tests that exist', ({ expect }) => {
		expect(named.length).toBeGreaterThan(40);
		const missing = named.filter(({ file, name }) => !existsSync(file) || !hasTest(readFileSync(file, 'utf8'), name));
		expect(missing).toEqual([]);
	});

	it('says for every requirement whether it is met: by a test, or why not', ({ expect }) => {
		const rows = document.split('\n').filter((line) => /^\| \d/.test(line));
		expect(rows.length).toBeGreaterThan(40);
		for (const row of rows) {
			const [, , , state = '', by = ''] = row.split('|').map((cell) => cell.trim());
			expect(['met', 'not met'], row).toContain(state);
			if (state === 'met') expect(by, row).toMatch(/`tests\/[^`]+` "/);
			else expect(by.length, row).toBeGreaterThan(20);
		}
	});
});

describe('the configuration', () => {
	it('keeps request logs of the platform off in every environment', ({ expect }) => {
		const sections = readFileSync('wrangler.toml', 'utf8').split(/^(?=\[)/m);
		const logs = sections.filter((section) => /^\[(env\.[\w-]+\.)?observability/.test(section));
		const environments = new Set(sections.flatMap((section) => /^\[\[?env\.([\w-]+)/.exec(section)?.[1] ?? []));
		// Observability is inherited by an environment that does not set it.
		expect(logs.some((section) => section.startsWith('[observability.logs]'))).toBe(true);
		expect(environments.size).toBeGreaterThan(0);
		for (const section of logs) expect(section).toMatch(/^invocation_logs = false/m);
	});
});

function hasTest(source: string, name: string): boolean {
	return ["'", '"', '`'].some(
		(quote) => source.includes(`(${quote}${name}${quote}`) || source.includes(`\t${quote}${name}${quote},`),
	);
}
