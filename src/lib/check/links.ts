import type { MdastNode } from 'satteri';

import { explorerHosts } from '../../config/explorers.ts';
import { isLocale, otherLocale, type Locale } from '../../config/locales.ts';
import { attributeOf, plainText } from './nodes.ts';
import { headingIds } from './headings.ts';
import type { Context, Rule } from './index.ts';
import { atNode, type Source } from './source.ts';

/** Pages that exist once per language; '' is home. */
const pages = new Set([
	'',
	'contact',
	'callback',
	'channels',
	'verify',
	'requests',
	'emergency',
	'privacy',
	'search',
	'glossary',
]);
/** Link texts that say nothing about where they lead. */
const vague = {
	en: /^(?:click |tap |see |read )?(?:here|this|this (?:page|article|link)|link|more|read more|learn more|find out more)$/,
	'zh-cn':
		/^(?:请?点击?|戳)?(?:这里|此处|这儿|此|链接|这个链接|这篇文章|更多|详情|查看更多|查看详情|了解更多|阅读更多|点这里|点此)$/,
} satisfies Record<Locale, RegExp>;

/** Links lead to something that exists, in the article's language, and say where they lead. */
export const checkLinks: Rule = (source, context) => {
	return source.nodes.filter(isLink).flatMap((node) => {
		const url = urlOf(node);
		const aboutUrl = url === undefined ? undefined : messageAboutUrl(url, source, context);
		const aboutText = node.type === 'definition' ? undefined : messageAboutText(node, source.locale);
		return [aboutUrl, aboutText].flatMap((message) => (message ? [atNode(source, node, message)] : []));
	});
};

function isLink(node: MdastNode): boolean {
	return (
		node.type === 'link' || node.type === 'linkReference' || node.type === 'definition' || ('name' in node && node.name === 'a')
	);
}

function urlOf(node: MdastNode): string | undefined {
	if (node.type === 'link' || node.type === 'definition') return node.url;
	return attributeOf(node, 'href');
}

function messageAboutText(node: MdastNode, locale: Locale): string | undefined {
	const text = plainText(node).trim();
	if (text === '') return 'this link has no text; say where it leads';
	const bare = text.toLowerCase().replace(/[\s\p{P}→›]+$|^[\s\p{P}]+/gu, '');
	return vague[locale].test(bare) ? `"${text}" does not say where the link leads; name the page or task` : undefined;
}

function messageAboutUrl(url: string, source: Source, context: Context): string | undefined {
	// Whether the contact is ours is looked at with all others.
	if (/^(?:mailto|tel):/i.test(url)) return undefined;
	if (/^(?:https?:)?\/\//i.test(url)) return messageAboutOutside(url);
	if (url.startsWith('#')) return messageAboutAnchor(url, source);
	if (url.startsWith('/')) return messageAboutPath(url, source, context);
	return `"${url}" is not a whole path; write it from the root, such as /${source.locale}/faq/<slug>/`;
}

function messageAboutOutside(url: string): string | undefined {
	const parsed = URL.parse(url, 'https://outside');
	if (!parsed || !explorerHosts.has(parsed.host))
		return `"${url}" leads outside; link only to block explorers: ${[...explorerHosts].join(', ')}`;
	return url.startsWith('https://')
		? undefined
		: `"${url}" can be read by others on the way; write ${parsed.href.replace(/^http:/, 'https:')}`;
}

function messageAboutAnchor(hash: string, target: Source): string | undefined {
	const id = decode(hash.slice(1));
	const ids = headingIds(target);
	if (id === '' || ids.includes(id)) return undefined;
	const choice = ids.length > 0 ? `choose from: ${ids.map((known) => `#${known}`).join(', ')}` : 'it has none: remove it';
	return `"#${id}" is not a heading of ${target.file}; ${choice}`;
}

function messageAboutPath(url: string, source: Source, { sources, categories, redirects }: Context): string | undefined {
	const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(url) ?? [];
	const segments = path.split('/').filter(Boolean);
	const [language] = segments;
	const named = (isLocale(language) ? segments.slice(1) : segments).join('/').replace(/\.(?:mdx?|html)$/, '');
	const address = redirects.get(named) ?? named;
	const target = sources.get(`${source.locale}/${address}`);
	const isPage = pages.has(address) || (address.startsWith('categories/') && categories.has(address.slice('categories/'.length)));
	// An article that is missing in one language is named once, at its twin.
	if (!isPage && !target && !sources.has(`${otherLocale(source.locale)}/${address}`))
		return `"${path}" does not exist; link to an article (/${source.locale}/faq/<slug>/), a category or a page that does`;
	const right = `/${source.locale}/${address}${address && '/'}`;
	if (path !== right)
		return `"${path}" ${faultOf(path, right, language, source.locale, address !== named)}; write ${right}${hash}`;
	if (target?.data?.draft && !source.data?.draft)
		return `"${path}" is a draft, which readers do not get; publish it, or remove the link`;
	return hash && target ? messageAboutAnchor(hash, target) : undefined;
}

function faultOf(path: string, right: string, language: string | undefined, locale: Locale, hasMoved: boolean): string {
	if (!isLocale(language)) return 'does not name the language';
	if (language !== locale) return 'is in the other language';
	if (hasMoved) return 'has moved';
	return `${path}/` === right ? 'lacks the slash at its end' : 'is not how this page is addressed';
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
