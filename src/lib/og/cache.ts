import { access, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Days after which a picture that no build has asked for is removed; builds of several configurations share the folder. */
const keptDays = 14;

/** As many as are drawn at a time: one is laid out while another is painted in sharp's own threads. */
const lanes = 2;

/** Draws the pictures that the folder lacks and removes those long unused. Answers what was done; times are in milliseconds. */
export async function fillCache<T extends Drawable>(
	folder: string,
	pictures: readonly T[],
	draw: (picture: T) => Promise<Buffer>,
): Promise<CacheReport> {
	const start = performance.now();
	await mkdir(folder, { recursive: true });
	const byHash = new Map(pictures.map((picture) => [picture.hash, picture]));
	const known = await Promise.all([...byHash.values()].map((picture) => isKnown(cachedFile(folder, picture))));
	const missing = [...byHash.values()].filter((_, index) => !known[index]);
	const waiting = missing.values();
	const drawNext = async () => {
		for (const picture of waiting) await store(cachedFile(folder, picture), await draw(picture));
	};
	await Promise.all(Array.from({ length: lanes }, drawNext));
	const removed = await removeUnused(folder);
	return { drawn: missing.length, cached: byHash.size - missing.length, removed, milliseconds: performance.now() - start };
}

/** Where the folder keeps a picture. */
export function cachedFile(folder: string, { hash }: Drawable): string {
	return join(folder, `${hash}.png`);
}

/** The report in one line, for the log of the build. */
export function describeReport({ drawn, cached, removed, milliseconds }: CacheReport): string {
	const parts = [`${drawn} drawn in ${(milliseconds / 1000).toFixed(1)} s`, `${cached} from cache`];
	if (removed > 0) parts.push(`${removed} unused removed`);
	return `OG pictures: ${parts.join(', ')}`;
}

/** Whether the file exists; if so it counts as used now. */
async function isKnown(file: string): Promise<boolean> {
	try {
		await access(file);
	} catch {
		return false;
	}
	const now = new Date();
	await utimes(file, now, now);
	return true;
}

/** Under its name only when whole: a build may be stopped at any moment, or run beside another. */
async function store(file: string, bytes: Buffer): Promise<void> {
	const partial = `${file}.${process.pid}`;
	await writeFile(partial, bytes);
	await rename(partial, file);
}

async function removeUnused(folder: string): Promise<number> {
	const oldest = Date.now() - keptDays * 86_400_000;
	let removed = 0;
	for (const name of await readdir(folder)) {
		const file = join(folder, name);
		if ((await stat(file)).mtimeMs >= oldest) continue;
		await rm(file, { force: true });
		removed++;
	}
	return removed;
}

interface Drawable {
	hash: string;
}

interface CacheReport {
	drawn: number;
	cached: number;
	removed: number;
	milliseconds: number;
}
