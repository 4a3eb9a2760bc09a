/** What a request is about, from its first message to its answer. */
export interface Story {
	message: string;
	/** The one that it tells of. */
	chain?: 'tron' | 'ethereum' | 'bsc';
	/** What support had to ask first, and what it was told. */
	ask?: string;
	answer?: string;
	reply: string;
}

export type Stories = Record<string, Story[]>;
