import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { captureTool } from '../../../src/commands/lib/processes.ts';

/** When the fixture site is built: a Monday morning, as in the browser tests. */
export const now = '2026-11-23T02:00:00Z';

/** A site of the two fixture articles in a folder of its own, to be changed and built. */
export class FixtureSite {
	readonly folder = mkdtempSync(join(tmpdir(), 'help-site-'));
	readonly #content = join(this.folder, 'content');

	constructor() {
		cpSync('tests/fixtures/content', this.#content, { recursive: true });
	}

	write(file: string, text: string): void {
		mkdirSync(dirname(join(this.#content, file)), { recursive: true });
		writeFileSync(join(this.#content, file), text);
	}

	change(file: string, from: string, to: string): void {
		const text = readFileSync(join(this.#content, file), 'utf8');
		if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
		this.write(file, text.replace(from, to));
	}

	/** The same article under another title and other wordings. */
	copy(from: string, to: string): void {
		const text = readFileSync(join(this.#content, from), 'utf8');
		this.write(to, text.replace(/^title: .*/m, '$& 2').replace(/^(aliases: )\[(.*), (.*)\]/m, '$1[$2 2, $3 2]'));
	}

	delete(file: string): void {
		rmSync(join(this.#content, file), { recursive: true, force: true });
	}

	/** Builds into `dist` of the folder; `cache` names where what did not change is kept. Answers or throws what the build printed. */
	async build({ cache = 'cache', dist = 'dist' } = {}): Promise<string> {
		const env = { CONTENT_DIR: this.#content, CACHE_DIR: join(this.folder, cache), NOW: now, OG: 'off' };
		const { code, output } = await captureTool(['astro', 'build', '--outDir', join(this.folder, dist)], { env });
		if (code !== 0) throw new Error(output);
		return output;
	}

	/** A file of the built site. */
	read(file: string, dist = 'dist'): string {
		return readFileSync(join(this.folder, dist, file), 'utf8');
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** A notice's file. */
export function notice(title: string, changes: Record<string, string | boolean>): string {
	const top = {
		title,
		start: '2026-11-22T00:00:00Z',
		end: '2026-11-25T00:00:00Z',
		severity: 'warning',
		languages: '[en]',
		dismissible: true,
		...changes,
	};
	const lines = Object.entries(top).map(([key, value]) => `${key}: ${value}`);
	return `---\n${lines.join('\n')}\n---\n\nText of ${title}.\n`;
}
