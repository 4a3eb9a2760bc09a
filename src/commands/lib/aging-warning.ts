import { support } from '#config/support';

import { buildTime } from '../../lib/clock.ts';
import { contentDir } from '../../lib/content-dir.ts';
import { agingWarning, findAging } from '../../lib/review.ts';

/** Prints one line when anything has grown old: the build says so too, but commands keep its output to themselves. */
export function warnOfAging(): void {
	const warning = agingWarning(findAging(contentDir, support, buildTime()));
	if (warning) console.warn(`! ${warning}`);
}
