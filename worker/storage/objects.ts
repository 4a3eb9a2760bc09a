import { claimLooseFiles, deleteLooseFile, setLooseFileDue } from '../db/files.ts';
import { ApiError } from '../problem.ts';

/** Parts of an upload, but for the last one: R2 takes no smaller ones, and only of one size. */
const partBytes = 5 * 1024 * 1024;
/** How many objects are removed at a time. */
const batchObjects = 50;
const retrySeconds = 5;

/** An object that is on its way to R2. No more than one part of it is held in memory; nobody sees it before it is whole. */
export class ObjectUpload {
	readonly #bucket: R2Bucket;
	readonly #key: string;
	readonly #began: (uploadId: string) => Promise<void>;
	#held: Uint8Array[] = [];
	#heldBytes = 0;
	#parts: R2UploadedPart[] = [];
	#upload: R2MultipartUpload | undefined;
	size = 0;

	/** `began` is told the name of an upload in parts before the first of them is sent. */
	constructor(bucket: R2Bucket, key: string, began: (uploadId: string) => Promise<void>) {
		this.#bucket = bucket;
		this.#key = key;
		this.#began = began;
	}

	async write(bytes: Uint8Array): Promise<void> {
		this.size += bytes.byteLength;
		for (let rest = bytes; rest.byteLength > 0;) {
			const part = rest.subarray(0, partBytes - this.#heldBytes);
			this.#held.push(part);
			this.#heldBytes += part.byteLength;
			rest = rest.subarray(part.byteLength);
			if (this.#heldBytes === partBytes) await this.#sendPart();
		}
	}

	async finish(): Promise<void> {
		if (!this.#upload) {
			const held = await this.#take();
			await stored(this.#bucket.put(this.#key, held));
			return;
		}
		if (this.#heldBytes > 0) await this.#sendPart();
		await stored(this.#upload.complete(this.#parts));
	}

	async #sendPart(): Promise<void> {
		if (!this.#upload) {
			this.#upload = await stored(this.#bucket.createMultipartUpload(this.#key));
			await this.#began(this.#upload.uploadId);
		}
		const held = await this.#take();
		this.#parts.push(await stored(this.#upload.uploadPart(this.#parts.length + 1, held)));
	}

	async #take(): Promise<ArrayBuffer> {
		const held = await new Blob(this.#held).arrayBuffer();
		[this.#held, this.#heldBytes] = [[], 0];
		return held;
	}
}

/** Removes what no row speaks for, as far as it is due: a batch, called every minute and after each deletion. */
export async function removeLooseFiles({ DB, FILES }: Env, now: number): Promise<void> {
	const loose = await claimLooseFiles(DB, now, batchObjects);
	if (loose.length === 0) return;
	for (const { key, uploadId } of loose) if (uploadId) await abort(FILES, key, uploadId);
	await FILES.delete(loose.map(({ key }) => key));
	await DB.batch(loose.map(({ key }) => deleteLooseFile(DB, key)));
}

/** Removes an object that came to nothing; what cannot be removed now is left to the next minutes. */
export async function letGo(env: Env, key: string, now: number): Promise<void> {
	try {
		// Only what is still loose: a row may have come to speak for it although its answer was lost.
		await setLooseFileDue(env.DB, key, now);
		await removeLooseFiles(env, now);
	} catch (error) {
		logStorage(error);
	}
}

/** As `removeLooseFiles`, right after a deletion: what fails is left to the next minutes. */
export async function removeNow(env: Env, now: number): Promise<void> {
	await removeLooseFiles(env, now).catch(logStorage);
}

function logStorage(error: unknown): void {
	console.error(JSON.stringify({ storage: 'remove', error: error instanceof Error ? error.name : 'unknown' }));
}

/** A store that does not answer now may do so soon. */
async function stored<Result>(call: Promise<Result>): Promise<Result> {
	try {
		return await call;
	} catch {
		throw new ApiError('UNAVAILABLE', { retryAfter: retrySeconds });
	}
}

/** An upload that has ended, one way or the other, cannot be aborted, and need not. */
async function abort(bucket: R2Bucket, key: string, uploadId: string): Promise<void> {
	await bucket
		.resumeMultipartUpload(key, uploadId)
		.abort()
		.catch(() => {});
}
