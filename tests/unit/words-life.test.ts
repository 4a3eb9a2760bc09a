import fc from 'fast-check';
import { describe, it } from 'vitest';

import { callerWordsSeconds } from '#shared/limits';

import { stylesheet } from '../../worker/desk/stylesheet.ts';
import { livesClass } from '../../worker/desk/styles/words-life.ts';

const livesOf = (name: string) => new RegExp(`^\\.${name} \\{\\n\\t--words-live: (\\d+)s;\\n\\}$`, 'm').exec(stylesheet)?.[1];

describe('without script a caller’s words', () => {
	it('have a rule for whatever time they live on, never longer than that and not much shorter', ({ expect }) => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: callerWordsSeconds * 1000 }), (ms) => {
				const seconds = Number(livesOf(livesClass(ms)));
				expect(seconds).toBeLessThanOrEqual(Math.max(0, ms / 1000 - 2));
				expect(seconds).toBeGreaterThan(ms / 1000 - 8);
			}),
		);
	});

	it('are hidden at once when they are over, or when clocks disagree', ({ expect }) => {
		expect([livesClass(0), livesClass(-5000)].map(livesOf)).toEqual(['0', '0']);
		expect(livesClass(10 * callerWordsSeconds * 1000)).toBe(livesClass((callerWordsSeconds + 2) * 1000));
	});

	it('are hidden also for whoever wants no animations', ({ expect }) => {
		expect(stylesheet).toMatch(/\.words-live \{\n\tanimation: words-end 0s var\(--words-live\) forwards;/);
		expect(stylesheet).not.toContain('prefers-reduced-motion');
	});
});
