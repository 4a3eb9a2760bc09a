import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page a language with the least that searches with Pagefind as its documentation shows it: loaded on focus, six results. */
export async function writePlainPages(folder: string): Promise<void> {
	for (const language of ['zh-cn', 'en']) {
		await mkdir(join(folder, language), { recursive: true });
		await writeFile(join(folder, language, 'index.html'), page(language));
	}
}

function page(language: string): string {
	return `<!doctype html>
<html lang="${language}">
	<head><meta charset="utf-8" /><title>Search</title><link rel="icon" href="data:," /></head>
	<body>
		<form role="search"><input type="search" aria-label="Search" /></form>
		<ul aria-label="Search results"></ul>
		<script type="module">
			const [input] = document.getElementsByTagName('input');
			let loading;
			const load = () => (loading ??= import('/pagefind/pagefind.js').then(async (pagefind) => (await pagefind.init(), pagefind)));
			input.addEventListener('focus', load);
			input.addEventListener('input', async () => {
				const { results } = await (await load()).search(input.value);
				const best = await Promise.all(results.slice(0, 6).map((result) => result.data()));
				document.querySelector('ul').innerHTML = best
					.map(({ url, meta, excerpt }) => '<li><a href="' + url + '">' + meta.title + '</a><p>' + excerpt + '</p></li>')
					.join('');
				document.body.dataset.searched = input.value;
			});
		</script>
	</body>
</html>
`;
}
