import { Parser } from 'htmlparser2';

const headings = new Set(['h2', 'h3', 'h4']);
/** Elements whose text is nobody's answer. */
const skipped = new Set([
	'script',
	'style',
	'template',
	'noscript',
	'svg',
	'nav',
	'header',
	'footer',
	'form',
	'button',
	'select',
	'dialog',
]);
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Characters of a page that are read at once. */
const pieceLength = 4096;
/** Ends a word and a line of an excerpt. */
const blocks = new Set(
	'address article aside blockquote br dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section summary table td th tr ul'.split(
		' ',
	),
);

/**
 * Reads an HTML page for search: title, other wordings, summary, and its text cut at headings. Only what stands in
 * `data-pagefind-body` counts, or in `<main>`, or in `<body>`; `data-pagefind-ignore` is left out, as Pagefind does.
 *
 * Of our own are `data-search="alias"` (another wording of the title), `data-search="summary"`, and on the body's element
 * `data-search-category`, `data-search-kind`, `data-search-updated` (YYYY-MM-DD). Undefined for a page without language or title.
 */
export function readPage(html: string, url: string): Page | undefined {
	const reader = new PageReader(url, bodyOf(html));
	const parser = new Parser(
		{
			onopentag: (name, attributes) => reader.open(name, attributes),
			onclosetag: (name) => reader.close(name),
			ontext: (text) => reader.text(text),
		},
		{ decodeEntities: true },
	);
	// The head, then the body's element until it ends: frames around it may be longer than it.
	const head = html.search(/<\/head>|<body[\s>]/);
	const [before = '', ...bodies] = html.split(bodyTag(reader.body));
	const start = head < 0 || bodies.length === 0 ? 0 : html.lastIndexOf('<', before.length);
	if (start > 0) parser.write(html.slice(0, head));
	const isOver = () => bodies.length === 1 && reader.isDone;
	for (let at = start; at < html.length && !isOver(); at += pieceLength) parser.write(html.slice(at, at + pieceLength));
	return reader.page(reader.hasTitle ? '' : firstHeading(html));
}

/** The first heading of the whole page, for one that stands outside the body's element. */
function firstHeading(html: string): string {
	let title = '';
	const parser = new Parser({ ontext: (text) => void (title += text) }, { decodeEntities: true });
	parser.end(/<h1[\s>][^]*?<\/h1>/.exec(html)?.[0] ?? '');
	return title;
}

/** What makes an element the page's body. */
function bodyOf(html: string): Body {
	if (bodyTag('attribute').test(html)) return 'attribute';
	return bodyTag('main').test(html) ? 'main' : 'body';
}

function bodyTag(body: Body): RegExp {
	return body === 'attribute' ? /\sdata-pagefind-body[\s>=]/ : new RegExp(`<${body}[\\s>]`);
}

class PageReader {
	readonly body: Body;
	/** Whether the body's element has ended. */
	isDone = false;
	readonly #url: string;
	#language = '';
	#description = '';
	#headTitle = '';
	#title = '';
	#aliases: string[] = [];
	#summary = '';
	#units: Unit[] = [{ id: '', heading: '', text: '' }];
	#data: Record<string, string> = {};
	#stack: Frame[] = [];

	constructor(url: string, body: Body) {
		this.#url = url;
		this.body = body;
	}

	get hasTitle(): boolean {
		return this.#title !== '';
	}

	open(name: string, attributes: Record<string, string>): void {
		const parent = this.#stack.at(-1);
		if (name === 'html') this.#language = attributes['lang'] ?? '';
		if (name === 'meta' && attributes['name'] === 'description') this.#description = attributes['content'] ?? '';
		const isBody = this.body === 'attribute' ? 'data-pagefind-body' in attributes : name === this.body;
		if (isBody) this.#data = attributes;
		const isIgnored = 'data-pagefind-ignore' in attributes || 'hidden' in attributes || skipped.has(name);
		const isInside = ((parent?.isInside ?? false) || isBody) && !isIgnored && !parent?.isIgnored;
		let into = parent?.into ?? 'text';
		if (isInside && name === 'h1') into = 'title';
		else if (isInside && headings.has(name) && into === 'text') {
			into = 'heading';
			this.#units.push({ id: attributes['id'] ?? '', heading: '', text: '' });
		} else if (attributes['data-search'] === 'alias') {
			into = 'alias';
			if (isInside) this.#aliases.push('');
		} else if (attributes['data-search'] === 'summary') into = 'summary';
		else if (name === 'title' && !parent?.isInside) into = 'head';
		if (blocks.has(name)) this.#write(parent, '\n');
		if (!voids.has(name))
			this.#stack.push({ name, isBody, isInside, isIgnored: isIgnored || (parent?.isIgnored ?? false), into });
	}

	close(name: string): void {
		if (voids.has(name)) return;
		const frame = this.#stack.pop();
		if (frame?.isBody) this.isDone = true;
		if (blocks.has(name)) this.#write(frame?.into === 'heading' ? undefined : frame, '\n');
	}

	text(text: string): void {
		this.#write(this.#stack.at(-1), text);
	}

	page(firstHeading = ''): Page | undefined {
		const title = tidy(this.#title) || tidy(firstHeading) || tidy(this.#headTitle);
		if (!this.#language || !title) return undefined;
		const units = this.#units
			.map(({ id, heading, text }) => ({ id, heading: tidy(heading), text: tidyLines(text) }))
			.filter(({ heading, text }, index) => index === 0 || heading || text);
		return {
			url: this.#url,
			language: this.#language.toLowerCase(),
			title,
			aliases: this.#aliases.map(tidy).filter(Boolean),
			summary: tidy(this.#summary) || tidy(this.#description),
			category: this.#data['data-search-category'] ?? '',
			kind: this.#data['data-search-kind'] ?? '',
			updated: this.#data['data-search-updated'] ?? '',
			units,
		};
	}

	#write(frame: Frame | undefined, text: string): void {
		if (frame?.into === 'head') this.#headTitle += text;
		if (!frame?.isInside) return;
		const unit = this.#units.at(-1);
		if (frame.into === 'title') this.#title += text;
		else if (frame.into === 'summary') this.#summary += text;
		else if (frame.into === 'alias') this.#aliases.push(`${this.#aliases.pop() ?? ''}${text}`);
		else if (unit && frame.into === 'heading') unit.heading += text;
		else if (unit) unit.text += text;
	}
}

function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function tidyLines(text: string): string {
	return text
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n[\s]*/g, '\n')
		.trim();
}

type Body = 'attribute' | 'main' | 'body';

interface Frame {
	name: string;
	isBody: boolean;
	isInside: boolean;
	isIgnored: boolean;
	into: 'text' | 'title' | 'heading' | 'alias' | 'summary' | 'head';
}

/** A part of a page that can be linked: its start (unit 0, without heading) or a section. */
export interface Unit {
	/** The heading's id; empty where it has none. */
	id: string;
	heading: string;
	/** Lines of text. */
	text: string;
}

export interface Page {
	/** Path on the site. */
	url: string;
	/** Lower case, such as zh-cn. */
	language: string;
	title: string;
	/** Other wordings of the title, in users' words. */
	aliases: string[];
	summary: string;
	category: string;
	kind: string;
	/** YYYY-MM-DD, or empty. */
	updated: string;
	units: Unit[];
}
