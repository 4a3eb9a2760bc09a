import { readFile } from 'node:fs/promises';

import * as z from 'zod';

const JudgedSchema = z.object({
	id: z.string(),
	lang: z.string(),
	kind: z.string(),
	query: z.string().min(1),
	relevant: z.array(z.string()),
	held: z.boolean().optional(),
});

/** Judged queries of JSON lines; throws with file and line on one that is not. */
export async function readQueries(file: string): Promise<Judged[]> {
	const lines = (await readFile(file, 'utf8')).split('\n');
	return lines.flatMap((line, index) => {
		if (!line.trim()) return [];
		try {
			return JudgedSchema.parse(JSON.parse(line));
		} catch (error) {
			throw new Error(`${file}:${index + 1} is not a judged query`, { cause: error });
		}
	});
}

/**
 * The parts of a set that are measured apart: the half that nobody tuned against and the one that anybody may look at. A set that
 * was not cut is one part.
 */
export function halves(queries: readonly Judged[]): Half[] {
	const parts: Half[] = [
		{ name: 'held half', isHeld: true, queries: queries.filter(({ held }) => held === true) },
		{ name: 'other half', isHeld: false, queries: queries.filter(({ held }) => held === false) },
		{ name: 'all queries', isHeld: false, queries: queries.filter(({ held }) => held === undefined) },
	];
	return parts.filter((part) => part.queries.length > 0);
}

/** A question that somebody asks, and the pages that answer it: none for a question that the site has no answer to. */
export type Judged = z.output<typeof JudgedSchema>;

export interface Half {
	name: string;
	isHeld: boolean;
	queries: Judged[];
}
