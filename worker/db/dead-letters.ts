/** Adds to the number of messages of a queue that nobody could work with, by day. */
export async function addDeadLetters(db: D1Database, { queue, day, count }: DeadLetters): Promise<void> {
	await db
		.prepare(
			`INSERT INTO dead_letters (queue, day, count) VALUES (?1, ?2, ?3)
			ON CONFLICT (queue, day) DO UPDATE SET count = count + excluded.count`,
		)
		.bind(queue, day, count)
		.run();
}

interface DeadLetters {
	/** The queue that gave them up. */
	queue: string;
	/** Start of the day, in epoch milliseconds. */
	day: number;
	count: number;
}
