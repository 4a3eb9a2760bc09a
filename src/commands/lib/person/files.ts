import type { Row } from './find.ts';

/** What a person has attached, outside the database. */
export interface FileStore {
	/** Writes the files that rows name into a folder; how many. */
	download(rows: Record<string, Row[]>, folder: string): Promise<number>;
	/** Removes the files that rows name; how many. */
	remove(rows: Record<string, Row[]>): Promise<number>;
	/** How many of the files that rows name are still there. */
	left(rows: Record<string, Row[]>): Promise<number>;
}
