/**
 * What stays on this device: small values under `help:` in localStorage or, for one visit, sessionStorage. Storage may
 * be full or blocked; everything here is a convenience, so failures are the same as "nothing kept".
 */
export function keep(key: string, value: unknown, storage: 'local' | 'session' = 'local'): void {
	try {
		store(storage).setItem(`help:${key}`, JSON.stringify(value));
	} catch {
		// Nothing kept.
	}
}

export function recall(key: string, storage: 'local' | 'session' = 'local'): unknown {
	try {
		return JSON.parse(store(storage).getItem(`help:${key}`) ?? 'null');
	} catch {
		return null;
	}
}

export function forget(key: string, storage: 'local' | 'session' = 'local'): void {
	try {
		store(storage).removeItem(`help:${key}`);
	} catch {
		// Nothing was kept.
	}
}

/** A list of texts kept under a key; anything else that stands there counts as empty. */
export function recallList(key: string, storage: 'local' | 'session' = 'local'): string[] {
	const value = recall(key, storage);
	return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function store(storage: 'local' | 'session'): Storage {
	return storage === 'local' ? localStorage : sessionStorage;
}
