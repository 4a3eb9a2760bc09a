import { judge } from '#shared/verify/verdict';

import { official } from '../../config/official.ts';
import { FakesSchema, type Fake } from '../fakes.ts';
import { readDataFile } from './data-file.ts';
import type { ContentFolder, ContentMistake } from './source.ts';

const ours = official.map(({ purpose, ...channel }) => ({ ...channel, purpose: purpose.en }));

/** Known fakes are written so that they are found, stand there once, and none of them is ours. */
export function checkFakes(folder: ContentFolder): ContentMistake[] {
	const { data, mistakes, at } = readDataFile(folder, 'content/fakes.yml', FakesSchema);
	const fakes = data ?? [];
	return [
		...mistakes,
		...fakes.flatMap((fake, index) => {
			const message = messageAbout(fake, index, fakes);
			return message ? [at([index, 'value'], message)] : [];
		}),
	];
}

function messageAbout({ kind, value }: Fake, index: number, fakes: readonly Fake[]): string | undefined {
	const earlier = fakes.findIndex((other) => other.kind === kind && other.value === value);
	if (earlier < index) return `"${value}" is fake ${earlier + 1} already; keep one of them`;
	const listed = { kind, value, seen: '', source: '', note: '' };
	// What is ours in any way of writing it, and what lies above something of ours.
	const own = ours.find(
		(entry) => entry.kind === kind && judge(entry.value, { official: [entry], fakes: [listed] })[0]?.verdict === 'fake',
	);
	const isOurs = ours.some(
		(entry) => entry.kind === kind && judge(value, { official: [entry], fakes: [] })[0]?.verdict === 'official',
	);
	return own || isOurs ? `"${value}" is ours: src/config/official.ts says so; remove it from one of the two` : undefined;
}
