import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { unstable_readConfig } from 'wrangler';
import * as z from 'zod';

import { CommandError } from '../command-error.ts';
import { captureTool } from '../processes.ts';
import type { FileStore } from './files.ts';
import type { Row } from './find.ts';

const FileSchema = z.object({ reference: z.string(), id: z.string(), name: z.string(), storage_key: z.string() });

/** Files in the bucket of `npm start` in DATA_DIR, or with `isRemote` in that of production. */
export function wranglerFiles({ dataDir, isRemote }: { dataDir: string; isRemote: boolean }): FileStore {
	const config = unstable_readConfig({ config: 'wrangler.toml', ...(isRemote && { env: 'production' }) });
	const bucket = config.r2_buckets.find(({ binding }: { binding: string }) => binding === 'FILES')?.bucket_name;
	const place = isRemote ? ['--env', 'production', '--remote'] : ['--local', '--persist-to', dataDir];
	const run = (task: 'get' | 'delete', key: string, more: readonly string[] = []) =>
		captureTool(['wrangler', 'r2', 'object', task, `${bucket}/${key}`, ...more, ...place], { env: { CI: '1' } });
	return {
		async download(rows, folder) {
			const files = filesOf(rows);
			if (files.length > 0) await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 });
			for (const file of files) {
				const { code, output } = await run('get', file.storage_key, ['--file', join(folder, 'files', fileName(file))]);
				if (code !== 0) throw new CommandError(`A file could not be read:\n${output}`);
			}
			return files.length;
		},
		async remove(rows) {
			const files = filesOf(rows);
			for (const { storage_key: key } of files) {
				const { code, output } = await run('delete', key);
				if (code !== 0) throw new CommandError(`A file could not be removed:\n${output}`);
			}
			return files.length;
		},
		async left(rows) {
			let count = 0;
			for (const { storage_key: key } of filesOf(rows)) {
				const { code, output } = await run('get', key, ['--pipe']);
				// Only "it is not there" is an answer: a network that is down proves nothing.
				if (code === 0 || !/does not exist|not found|404/i.test(output)) count++;
			}
			return count;
		},
	};
}

/** Names are what people typed: nothing of them may lead out of the folder, and two may be the same. */
function fileName({ reference, id, name }: z.output<typeof FileSchema>): string {
	return `${reference}-${id.slice(0, 8)}-${name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').replaceAll('..', '_')}`;
}

function filesOf(rows: Record<string, Row[]>): z.output<typeof FileSchema>[] {
	return z.array(FileSchema).parse(rows['request_files'] ?? []);
}
