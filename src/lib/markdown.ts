/**
 * The Markdown of an article, its facts filled in, for those who read it elsewhere: building blocks of MDX become plain
 * Markdown. Callouts and accordions turn into quotes, `<code>` into backticks; what only groups disappears.
 */
export function toMarkdown(mdx: string, words: MarkdownWords): string {
	const blocks = mdx.split(/(```[\s\S]*?```)/);
	return blocks
		.map((block, index) => (index % 2 === 1 ? block : convert(block, words)))
		.join('')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function convert(text: string, { actor, platform }: MarkdownWords): string {
	return text
		.replace(/<(Callout|Accordion)\b([^>]*)>([\s\S]*?)<\/\1>/g, (_, _name, attributes: string, inner: string) => {
			const title = attributeOf(attributes, 'title');
			return quote(`${title ? `**${title}**\n\n` : ''}${inner.trim()}`);
		})
		.replace(/<WhoCanFix\b([^>]*)>([\s\S]*?)<\/WhoCanFix>/g, (_, attributes: string, inner: string) => {
			return quote(`**${actor(attributeOf(attributes, 'who') ?? '')}**\n\n${inner.trim()}`);
		})
		.replace(/<Diagram\b([^>]*)>([\s\S]*?)<\/Diagram>/g, (_, attributes: string, inner: string) => {
			return `${attributeOf(attributes, 'alt') ?? ''}\n\n${inner.trim()}`;
		})
		.replace(/<Platform\s+([^>]*)>/g, (_, attributes: string) => `**${platform(attributeOf(attributes, 'name') ?? '')}**\n`)
		.replace(
			/<Figure\s+([^>]*?)\/>/g,
			(_, attributes: string) => `![${attributeOf(attributes, 'alt') ?? ''}](${attributeOf(attributes, 'src') ?? ''})`,
		)
		.replace(/<\/?code>/g, '`')
		.replace(/<\/?(?:Steps|PlatformTabs|Platform)\s*>/g, '');
}

function quote(text: string): string {
	return text
		.split('\n')
		.map((line) => `> ${line.trim()}`.trimEnd())
		.join('\n');
}

function attributeOf(attributes: string, name: string): string | undefined {
	return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** Words that the building blocks stand for. */
export interface MarkdownWords {
	actor: (id: string) => string;
	platform: (id: string) => string;
}
