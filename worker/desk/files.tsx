import { locales } from '#config/locales';
import { pictureTypes } from '#shared/files/kinds';
import { formatBytes } from '#shared/files/size';

import type { StoredFile } from '../db/files.ts';
import type { StoredRequest } from '../db/requests.ts';
import { link, type View } from './layout.tsx';
import { Time } from './lists.tsx';
import { pathOf } from './references.tsx';
import { words } from './words.ts';

/** What the writer has sent along: pictures to look at, everything else to save. */
export function FilesOf({ view, request }: { view: View; request: StoredRequest }) {
	const t = words[view.locale];
	if (request.files.length === 0) return null;
	return (
		<section class="files">
			<h2>{t.files}</h2>
			<p class="hint">{t.filesHint}</p>
			<ol class="items">
				{request.files.map((file) => (
					<li>
						<File view={view} request={request} file={file} />
					</li>
				))}
			</ol>
		</section>
	);
}

function File({ view, request, file }: { view: View; request: StoredRequest; file: StoredFile }) {
	const t = words[view.locale];
	const path = `/desk/files/${request.reference}/${file.id}`;
	return (
		<>
			{pictureTypes.includes(file.type) && (
				<a href={`${path}?view`}>
					<img src={`${path}?view`} alt={file.name} loading="lazy" />
				</a>
			)}
			<p>
				<a href={path} download={file.name}>
					{file.name}
				</a>
			</p>
			<p class="meta">
				{file.type.split(';')[0]} · {formatBytes(file.size, locales[view.locale].lang)} · <Time view={view} at={file.at} />
			</p>
			<details>
				<summary>{t.purgeFile}</summary>
				<form method="post" action={link(view, pathOf(request.reference))}>
					<p class="hint">{t.purgeFileHint}</p>
					<input type="hidden" name="version" value={String(request.version)} />
					<input type="hidden" name="file" value={file.id} />
					<button type="submit" name="action" value="purge-file">
						{t.purgeFile}
					</button>
				</form>
			</details>
		</>
	);
}
