/** Notes an object that is about to be sent to R2, so that it is found again when nothing comes of it. */
export function insertLooseFile(db: D1Database, key: string, dueAt: number): D1PreparedStatement {
	return db.prepare('INSERT INTO loose_files (key, due_at) VALUES (?1, ?2)').bind(key, dueAt);
}

/** Notes that an object is sent in parts. */
export async function setUploadId(db: D1Database, key: string, uploadId: string): Promise<void> {
	await db.prepare('UPDATE loose_files SET upload_id = ?2 WHERE key = ?1').bind(key, uploadId).run();
}

/** Says that nothing will come of an object any more. */
export async function setLooseFileDue(db: D1Database, key: string, now: number): Promise<void> {
	await db.prepare('UPDATE loose_files SET due_at = ?2 WHERE key = ?1').bind(key, now).run();
}

/** Takes objects that are due to be removed: from now on no row can come to speak for them, and until they are gone they stay due. */
export async function claimLooseFiles(db: D1Database, now: number, limit: number): Promise<LooseFile[]> {
	const { results } = await db
		.prepare(
			`UPDATE loose_files SET due_at = 0 WHERE key IN (SELECT key FROM loose_files WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2)
			RETURNING key, upload_id AS uploadId`,
		)
		.bind(now, limit)
		.all<LooseFile>();
	return results;
}

export function deleteLooseFile(db: D1Database, key: string): D1PreparedStatement {
	return db.prepare('DELETE FROM loose_files WHERE key = ?1').bind(key);
}

/**
 * Statements that give a file to its request: the object is no longer loose, and an answered request waits for the staff again.
 * Refused by constraints: `FILE_SENT`, `FILES_OF_MESSAGE`, `FILES_OF_REQUEST`, and `FILE_UNWANTED` where the request is over or gone, or the object is being removed.
 */
export function insertFile(db: D1Database, { reference, id, key, name, type, size, sha256, at }: NewFile): D1PreparedStatement[] {
	return [
		db
			.prepare(
				`INSERT INTO request_files (reference, id, storage_key, name, type, size, sha256, turn, nth_of_turn, nth, created_at)
				SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, turn,
					(SELECT COUNT(*) + 1 FROM request_files AS file WHERE file.reference = ?1 AND file.turn = now.turn),
					CASE WHEN (SELECT is_open FROM requests WHERE reference = ?1) = 1
						AND EXISTS (SELECT 1 FROM loose_files WHERE key = ?3 AND due_at > 0)
						THEN (SELECT COUNT(*) + 1 FROM request_files WHERE reference = ?1) END,
					?8
				FROM (SELECT COUNT(*) AS turn FROM request_messages WHERE reference = ?1 AND author = 'person') AS now`,
			)
			.bind(reference, id, key, name, type, size, sha256, at),
		deleteLooseFile(db, key),
		db
			.prepare(
				`INSERT INTO request_events (reference, at, event)
				SELECT reference, ?2, 'written' FROM requests WHERE reference = ?1 AND state IN ('answered', 'waiting')`,
			)
			.bind(reference, at),
		// Whoever answers just now has not seen the file.
		db
			.prepare(
				`UPDATE requests SET version = version + 1, updated_at = ?2,
					state = CASE WHEN state IN ('answered', 'waiting') THEN 'assigned' ELSE state END
				WHERE reference = ?1`,
			)
			.bind(reference, at),
	];
}

/** Files of a request, oldest first. */
export function selectFiles(db: D1Database, reference: string): D1PreparedStatement {
	return db.prepare(`SELECT ${columns} FROM request_files WHERE reference = ?1 ORDER BY created_at, nth, id`).bind(reference);
}

/** The file that was sent under this id, or the same bytes under another one. */
export function findSentFile(db: D1Database, reference: string, id: string, sha256: string): Promise<StoredFile | null> {
	return db
		.prepare(`SELECT ${columns} FROM request_files WHERE reference = ?1 AND (id = ?2 OR sha256 = ?3) ORDER BY id <> ?2`)
		.bind(reference, id, sha256)
		.first<StoredFile>();
}

/** Takes a file from its request; a trigger sees to its bytes. */
export function deleteFile(db: D1Database, reference: string, id: string): D1PreparedStatement {
	return db.prepare('DELETE FROM request_files WHERE reference = ?1 AND id = ?2').bind(reference, id);
}

const columns = 'id, storage_key AS key, name, type, size, created_at AS at';

export interface StoredFile {
	id: string;
	/** Of the object in R2. */
	key: string;
	name: string;
	/** Media type, by content. */
	type: string;
	/** Bytes. */
	size: number;
	at: number;
}

export interface NewFile extends StoredFile {
	reference: string;
	sha256: string;
}

interface LooseFile {
	key: string;
	uploadId: string | null;
}
