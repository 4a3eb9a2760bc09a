import { describe, it } from 'vitest';

import { parsePhone } from '../../worker/callbacks/phone.ts';

const read = (text: string, country?: string) => {
	const reading = parsePhone(text, country, 'zh-cn');
	return 'number' in reading ? reading.number : reading.code;
};

describe('a phone number', () => {
	it.for([
		['+86 138-0013-8000', 'US'],
		['(0086) 138 0013 8000', 'CN'],
		['tel:+8613800138000', undefined],
		['１３８ ００１３ ８０００', 'CN'],
		['＋８６（１３８）００１３－８０００', 'US'],
		['138.0013.8000', 'CN'],
		['86 138 0013 8000', 'CN'],
	] as const)('is understood in any format: %s', ([text, country], { expect }) => {
		expect(read(text, country)).toBe('+8613800138000');
	});

	it.for([
		['0086 138 0013 8000', 'US', '+8613800138000'],
		['0086-138-0013-8000', 'CA', '+8613800138000'],
		['00 86 138 0013 8000', 'AU', '+8613800138000'],
		['0086 138 0013 8000', 'JP', '+8613800138000'],
		['0044 20 7946 0018', 'US', '+442079460018'],
		['001 212 736 5000', 'CA', '+12127365000'],
		['001 212 736 5000', 'AU', '+12127365000'],
		['0011 44 20 7946 0018', 'AU', '+442079460018'],
		['0011 86 138 0013 8000', 'US', '+8613800138000'],
		['011 86 138 0013 8000', 'CN', '+8613800138000'],
	] as const)('is dialled out of any country by the prefix of another: %s, %s', ([text, country, number], { expect }) => {
		expect(read(text, country)).toBe(number);
	});

	it('keeps the reason of the country that was dialled', ({ expect }) => {
		expect([read('0044 909 879 0000', 'US'), read('0044 20 79', 'US')]).toEqual(['PHONE_PREMIUM', 'PHONE_LENGTH']);
	});

	it.for([
		['+86 138 0013 8000 ext. 12', 'CN'],
		['+8613800138000;ext=5', undefined],
		['010-88888888-801', 'CN'],
		['０１０－８８８８８８８８－８０１', 'CN'],
		['+86 10 8888 8888 - 801', 'US'],
		['010 8888 8888 转 801', 'CN'],
		['010-88888888分机801', 'CN'],
		['212 736 5000 x12', 'US'],
		['0086 10 8888 8888 ext 12', 'US'],
	] as const)('with an extension is refused, not called without it: %s', ([text, country], { expect }) => {
		expect(read(text, country)).toBe('PHONE_EXTENSION');
	});

	it.for(['+86 138 0013 8000 123456', '12', '138-0013-8000-1234567'])(
		'of a wrong length has no extension: %s',
		(text, { expect }) => {
			expect(read(text, 'CN')).toBe('PHONE_LENGTH');
		},
	);
});
