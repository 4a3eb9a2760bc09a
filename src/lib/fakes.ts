import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'astro/zod';
import { parse } from 'yaml';

import { channelKinds } from '#shared/verify/kinds';

const text = z.string('write the text').trim().min(1, 'write the text');
const inBoth = z.strictObject({ 'zh-cn': text, en: text }, 'write it in each language: { zh-cn: …, en: … }');
/** How each kind is written down, so that it is compared with what people paste. */
const forms: Readonly<Record<(typeof channelKinds)[number], readonly [pattern: RegExp, how: string]>> = {
	website: [
		/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/,
		'write the bare host in lower case, such as fake.example; international ones as xn--…',
	],
	email: [/^[^\s@]+@(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/, 'write the address in lower case'],
	phone: [/^\+[1-9]\d{0,2} [\d -]{4,18}$/, 'write the number as +1 202 555 0142, with a space after the country code'],
	telegram: [/^\w{3,32}$/, 'write the name without @'],
	wechat: [/^[\w-]{3,40}$/, 'write the id'],
	x: [/^\w{1,15}$/, 'write the name without @'],
	android: [/^\w+(?:\.\w+)+$/, 'write the package name, such as com.example.wallet'],
	ios: [/^id\d{6,12}$/, 'write the App Store id, such as id000000000'],
};

/** Somebody who passes for us. */
const FakeSchema = z
	.strictObject({
		value: text,
		kind: z.enum(channelKinds, `choose from: ${channelKinds.join(', ')}`),
		/** Who says so: an address, or words in each language. */
		source: z.union(
			[z.url({ protocol: /^https$/, error: 'write an address with https://, or words in each language' }), inBoth],
			'write an address with https://, or words in each language',
		),
		seen: z.coerce.date('write a date as YYYY-MM-DD'),
		/** What it does, in a sentence. */
		note: inBoth,
		/** Belongs to the demonstration; `npm run deploy` refuses it. */
		example: z.boolean('write true or false').optional(),
	})
	.superRefine(({ kind, value }, context) => {
		const [pattern, how] = forms[kind];
		if (!pattern.test(value)) context.addIssue({ code: 'custom', path: ['value'], message: how });
	});

/** content/fakes.yml */
export const FakesSchema = z.array(FakeSchema, 'write a list of fakes').nullish();

/** The known fakes of a content folder; none where there is no such file. Throws where it is not in order. */
export function readFakes(contentDir: string): Fake[] {
	const file = join(contentDir, 'fakes.yml');
	return existsSync(file) ? (FakesSchema.parse(parse(readFileSync(file, 'utf8'))) ?? []) : [];
}

export type Fake = z.output<typeof FakeSchema>;
