import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * What anybody would write in half an hour: Astro, MDX and Pagefind over the same files, one layout, one page. The building
 * blocks are the least that renders.
 */
export async function writePlainSite(folder: string, content: string): Promise<void> {
	const blocks = ['Accordion', 'Callout', 'Diagram', 'Fact', 'Figure', 'Platform', 'PlatformTabs', 'Steps', 'WhoCanFix'];
	const files = {
		'package.json': '{ "name": "plain", "type": "module", "private": true }',
		'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }',
		'astro.config.mjs': `import mdx from '@astrojs/mdx';\nimport sitemap from '@astrojs/sitemap';\nexport default { site: 'https://help.example.com', integrations: [mdx(), sitemap()], devToolbar: { enabled: false } };\n`,
		'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const schema = z.looseObject({ title: z.string(), summary: z.string(), category: z.string(), updated: z.coerce.date() });
export const collections = { articles: defineCollection({ loader: glob({ base: ${JSON.stringify(resolve(content, 'articles'))}, pattern: '**/*.mdx' }), schema }) };
`,
		'src/components/Block.astro': `<div><slot /></div>\n`,
		'src/layouts/Layout.astro': `---
const { title, description, lang } = Astro.props;
---
<!doctype html>
<html lang={lang}>
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width" />
		<title>{title}</title>
		<meta name="description" content={description} />
	</head>
	<body>
		<header><a href="/">Help</a></header>
		<main data-pagefind-body><slot /></main>
		<footer>Help centre</footer>
	</body>
</html>
<style is:global>
	body { font-family: system-ui, sans-serif; line-height: 1.6; max-width: 45rem; margin: auto; }
</style>
`,
		'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
import Block from '../components/Block.astro';
import Layout from '../layouts/Layout.astro';
export async function getStaticPaths() {
	return (await getCollection('articles')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content, headings } = await render(entry);
const components = Object.fromEntries(${JSON.stringify(blocks)}.map((name) => [name, Block]));
---
<Layout title={entry.data.title} description={entry.data.summary} lang={entry.id.split('/')[0]}>
	<h1>{entry.data.title}</h1>
	<p>{entry.data.summary}</p>
	<ul>{headings.map(({ slug, text }) => <li><a href={'#' + slug}>{text}</a></li>)}</ul>
	<Content components={components} />
</Layout>
`,
		'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
import Layout from '../layouts/Layout.astro';
const articles = await getCollection('articles');
---
<Layout title="Help" description="Help" lang="en">
	<ul>{articles.map(({ id, data }) => <li><a href={'/' + id + '/'}>{data.title}</a></li>)}</ul>
</Layout>
`,
	};
	for (const [name, text] of Object.entries(files)) {
		const file = join(folder, name);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
	await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
}
