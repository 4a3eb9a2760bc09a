/**
 * Reads a file piece by piece, however its bytes arrive, and gives back what may stay of it. What is asked for is told by a
 * generator; when it has come to its end, so has the file: whatever follows is left out.
 */
export class Walker {
	readonly #walk: Walk;
	#step: Step | null = null;
	/** Bytes of the step that are still to come. */
	#left = 0;
	#taken = new Uint8Array();
	#tail = new Uint8Array();

	constructor(walk: Walk) {
		this.#walk = walk;
		this.#next(new Uint8Array());
	}

	/** Takes the next bytes and gives what may stay. Throws a `BrokenFileError` where the file is not what it claims to be. */
	push(chunk: Uint8Array): Uint8Array[] {
		const kept: Uint8Array[] = [];
		let rest = chunk;
		while (this.#step) {
			if (this.#step.do === 'put') {
				kept.push(this.#step.bytes);
				this.#next(new Uint8Array());
			} else if (this.#left === 0) this.#next(this.#taken);
			else if (rest.byteLength === 0) break;
			else rest = this.#feed(this.#step, rest, kept);
		}
		return kept;
	}

	/** Throws a `BrokenFileError` unless the file was whole. */
	end(): void {
		const step = this.#step;
		if (!step) return;
		if (step.do === 'rest' && (step.accepts?.(this.#tail) ?? true)) return;
		if (step.do !== 'take' || !step.mayEnd || this.#left < step.size) throw new BrokenFileError();
		this.#next(new Uint8Array());
		if (this.#step) throw new BrokenFileError();
	}

	#feed(step: Exclude<Step, { do: 'put' }>, bytes: Uint8Array, kept: Uint8Array[]): Uint8Array {
		if (step.do === 'copyTo') return this.#copyTo(step.byte, bytes, kept);
		const part = bytes.subarray(0, this.#left);
		if (step.do === 'take') this.#taken.set(part, step.size - this.#left);
		if (step.do === 'copy' || step.do === 'rest') kept.push(part);
		if (step.do === 'blank') kept.push(new Uint8Array(part.byteLength));
		if (step.do === 'rest') this.#tail = lastBytes(this.#tail, part);
		else this.#left -= part.byteLength;
		return bytes.subarray(part.byteLength);
	}

	#copyTo(byte: number, bytes: Uint8Array, kept: Uint8Array[]): Uint8Array {
		const at = bytes.indexOf(byte);
		const part = at < 0 ? bytes : bytes.subarray(0, at);
		if (part.byteLength > 0) kept.push(part);
		if (at >= 0) this.#next(new Uint8Array());
		return bytes.subarray(part.byteLength);
	}

	#next(given: Uint8Array): void {
		const { done, value } = this.#walk.next(given);
		this.#step = done ? null : value;
		this.#left = done || !('size' in value) ? Infinity : value.size;
		this.#taken = new Uint8Array(!done && value.do === 'take' ? value.size : 0);
	}
}

/** Exactly so many bytes; `mayEnd` where a file may end before them: then none are given. */
export function* take(size: number, mayEnd = false): Walk<Uint8Array> {
	return yield { do: 'take', size, mayEnd };
}

/** Throws unless something holds that has to. */
export function insist(holds: boolean): asserts holds {
	if (!holds) throw new BrokenFileError();
}

/** Bytes as the characters of the same numbers. */
export function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

export function bytesOf(text: string): Uint8Array {
	return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.byteLength;
	}
	return all;
}

/** A view on bytes, for numbers of more than one. */
export function view(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function lastBytes(before: Uint8Array, part: Uint8Array): Uint8Array<ArrayBuffer> {
	return join(before, part.subarray(-tailBytes)).slice(-tailBytes);
}

const tailBytes = 1024;

/** A file that cannot be read to its end as what it claims to be. */
export class BrokenFileError extends Error {
	override name = 'BrokenFileError';
}

export type Walk<Result = void> = Generator<Step, Result, Uint8Array>;

type Step =
	| { do: 'take'; size: number; mayEnd: boolean }
	| { do: 'copy' | 'drop' | 'blank'; size: number }
	/** Up to the next such byte, which stays to be read. */
	| { do: 'copyTo'; byte: number }
	/** Whatever comes; the last kilobyte is looked at. */
	| { do: 'rest'; accepts?: (tail: Uint8Array) => boolean }
	| { do: 'put'; bytes: Uint8Array };
