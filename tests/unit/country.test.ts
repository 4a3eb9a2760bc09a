import { describe, it } from 'vitest';

import { guessCountry } from '#shared/country';

describe('the country of a number without a code', () => {
	it('is told by a language of the page with a region, else by the page itself', ({ expect }) => {
		expect(guessCountry('en', ['en-GB', 'en'])).toBe('GB');
		expect(guessCountry('zh-cn', ['zh-Hant-HK', 'en-US'])).toBe('HK');
		expect(guessCountry('zh-cn', ['en-US'])).toBe('CN');
		expect(guessCountry('en', ['zh-CN', 'en-SG'])).toBe('SG');
		expect(guessCountry('en', ['en'])).toBeUndefined();
	});
});
