import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';

import { explorerHosts } from '../../src/config/explorers.ts';
import { attribute, elements, isFile, page, pages, readText } from './lib/dist.ts';

/** Answered by the Worker. */
const isWorkerRoute = (path: string) => path.startsWith('/api/') || path.startsWith('/desk/');

describe.each(pages.map((built) => [built.path, built] as const))('%s', (path, { document }) => {
	test('links only to pages and anchors that exist', () => {
		const broken = attribute(document, 'a', 'href').filter((href) => {
			if (/^(https?:|mailto:|tel:)/.test(href)) return false;
			const url = new URL(href, `http://site${path}`);
			if (isWorkerRoute(url.pathname)) return false;
			if (!isFile(url.pathname)) return true;
			const target = url.pathname.endsWith('/') ? page(url.pathname) : undefined;
			const id = decodeURIComponent(url.hash.slice(1));
			return (
				id !== '' && target !== undefined && !DomUtils.existsOne((node) => node.attribs['id'] === id, target.document.children)
			);
		});
		expect(broken).toEqual([]);
	});

	test('leads outside only to block explorers', () => {
		const outside = attribute(document, 'a', 'href').filter((href) => /^https?:/.test(href));
		expect(outside.filter((href) => !explorerHosts.has(new URL(href).hostname))).toEqual([]);
	});

	test('loads nothing from another host', () => {
		const loaded = [
			...attribute(document, 'script', 'src'),
			...attribute(document, 'img', 'src'),
			...attribute(document, 'iframe', 'src'),
			...elements(document, 'link')
				.filter(({ attribs }) => attribs['rel'] === 'stylesheet' || attribs['rel'] === 'icon')
				.map(({ attribs }) => attribs['href'] ?? ''),
		];
		expect(loaded.filter((url) => !url.startsWith('/') || url.startsWith('//'))).toEqual([]);
	});

	test('has no inline styles or event handlers, which the CSP would block', () => {
		const inline = DomUtils.findAll(
			(node) => Object.keys(node.attribs).some((name) => name === 'style' || /^on[a-z]+$/.test(name)),
			document.children,
		);
		expect(inline.map(({ name }) => name)).toEqual([]);
		expect(elements(document, 'style')).toEqual([]);
	});
});

describe('every inline script', () => {
	test('is allowed by its hash, and nothing else inline is', async () => {
		const policy = /Content-Security-Policy: (.*)/.exec(readText('_headers'))?.[1] ?? '';
		expect(policy).not.toContain('unsafe-inline');
		expect(policy).not.toContain("'unsafe-eval'");
		const inline = new Set(
			pages.flatMap(({ document }) =>
				elements(document, 'script')
					.filter(({ attribs }) => !attribs['src'] && !/json/.test(attribs['type'] ?? ''))
					.map((script) => DomUtils.textContent(script)),
			),
		);
		expect(inline.size).toBeGreaterThan(0);
		for (const code of inline) {
			const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
			expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`);
		}
	});
});
