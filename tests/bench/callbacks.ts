import { runTool } from '../../src/commands/lib/processes.ts';

/**
 * `npm run bench -- callbacks [BOOKINGS] [SLOTS] [ROWS]`: so many people who book so many slots at once, and the time of one booking
 * with so many calls behind it. The tests do the same with fewer. Needs a built site.
 */
export async function run([bookings = '1000', slots = '20', rows = '200000']: readonly string[]): Promise<number> {
	const command = ['vitest', 'run', '--project', 'worker', '--reporter', 'verbose', 'tests/worker/callback-rush.test.ts'];
	return runTool(command, { env: { RUSH_BOOKINGS: bookings, RUSH_SLOTS: slots, RUSH_ROWS: rows } });
}
