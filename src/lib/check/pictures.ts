import type { MdastNode } from 'satteri';

import type { Locale } from '../../config/locales.ts';
import type { Rule } from './index.ts';
import { attributeOf } from './nodes.ts';
import { pictureEnding } from './picture-files.ts';
import { atNode } from './source.ts';

/** Words that say that there is a picture, and not what it shows. */
const empty = {
	en: /^(?:an? |the |this )?(?:image|picture|photo|screenshot|screen shot|figure|diagram|illustration|icon|img|graphic)[\s\d.]*$/i,
	'zh-cn': /^(?:一张|这张|如)?(?:图片|截图|截屏|照片|示意图|配图|插图|图标|图示|图|图像|流程图)[\s\d一二三四五六七八九十]*$/,
} satisfies Record<Locale, RegExp>;

/** Pictures in an article exist and are described. */
export const checkPictures: Rule = (source, { pictures }) =>
	source.nodes.flatMap((node) => {
		const picture = pictureOf(node, source.locale);
		if (!picture) return [];
		const messages = [messageAboutPlace(picture, pictures), messageAboutText(picture, source.locale)];
		return messages.flatMap((message) => (message ? [atNode(source, node, message)] : []));
	});

function pictureOf(node: MdastNode, locale: Locale): Picture | undefined {
	if (node.type === 'image') return { src: node.url, alt: node.alt ?? '', file: `public${node.url}` };
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
	const alt = attributeOf(node, 'alt') ?? '';
	if (node.name === 'Diagram') {
		const src = attributeOf(node, 'name') ?? '';
		return { src, alt, file: `content/diagrams/${src}.${locale}.svg` };
	}
	const src = attributeOf(node, 'src') ?? '';
	return node.name === 'Figure' || node.name === 'img' ? { src, alt, file: `public${src}` } : undefined;
}

function messageAboutPlace({ src, file }: Picture, pictures: ReadonlySet<string>): string | undefined {
	if (file.startsWith('public') && !/^\/(?!\/)/.test(src))
		return `"${src}" is not a file of ours; put it into public/figures and write /figures/<name>`;
	return pictures.has(file) ? undefined : `"${src}" does not exist; put the picture at ${file}`;
}

function messageAboutText({ src, alt }: Picture, locale: Locale): string | undefined {
	const text = alt.trim();
	if (text === '') return `say in alt what "${src}" shows, for those who cannot see it`;
	const name = src.replace(/^.*\/|\.\w+$/g, '');
	if (!pictureEnding.test(text) && text !== name && !empty[locale].test(text) && !empty.en.test(text)) return undefined;
	return `"${text}" does not say what the picture shows; write in alt what readers should see in it`;
}

interface Picture {
	src: string;
	alt: string;
	/** Where it should lie. */
	file: string;
}
