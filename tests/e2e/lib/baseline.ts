import type { Page } from '@playwright/test';

/** JavaScript that Chromium 100 or Safari 15.4 lacks, and what DESIGN.md names besides. */
const newerJavaScript = [
	'Intl.Segmenter',
	'Intl.DurationFormat',
	'URLPattern',
	'structuredClone',
	'requestIdleCallback',
	'CompressionStream',
	'DecompressionStream',
	'URL.canParse',
	'URL.parse',
	'AbortSignal.any',
	'AbortSignal.timeout',
	'Array.fromAsync',
	'Object.groupBy',
	'Map.groupBy',
	'Promise.withResolvers',
	'Promise.try',
	'Array.prototype.toSorted',
	'Array.prototype.toReversed',
	'Array.prototype.toSpliced',
	'Array.prototype.with',
	'Set.prototype.union',
	'Set.prototype.intersection',
	'Set.prototype.difference',
	'String.prototype.isWellFormed',
	'Iterator',
	'navigation',
	'scheduler',
	'CSS.highlights',
	'HTMLElement.prototype.showPopover',
	'HTMLElement.prototype.togglePopover',
	'Element.prototype.checkVisibility',
	'Element.prototype.setHTMLUnsafe',
	'Document.prototype.startViewTransition',
	'Uint8Array.fromBase64',
	'RegExp.escape',
	'Response.json',
];

/** CSS functions and units that came later. */
const newerValue =
	/light-dark\(|color-mix\(|oklch\(|oklab\(|\blch\(|\blab\(|color\(|linear\(|anchor\(|round\(|calc-size\(|\d(?:dvh|dvw|svh|lvh|cqi|cqw|lh|rlh)\b|\bfrom\s+var\(/;

/** Makes a page meet the oldest browsers that we promise: newer APIs are gone and newer CSS values are not understood. */
export async function useBaseline(page: Page): Promise<void> {
	await page.addInitScript((paths) => {
		for (const path of paths) {
			const names = path.split('.');
			const last = names.pop() ?? '';
			let owner: unknown = globalThis;
			for (const name of names) owner = (owner as Record<string, unknown> | undefined)?.[name];
			if (owner !== undefined && owner !== null) delete (owner as Record<string, unknown>)[last];
		}
	}, newerJavaScript);
	// Safari before 16.4 refuses a lookbehind, and with it the whole script.
	await page.addInitScript(() => {
		const Native = RegExp;
		globalThis.RegExp = new Proxy(Native, {
			construct: (target, args: [string | RegExp, string?], newTarget) =>
				refuse(args) ?? Reflect.construct(target, args, newTarget),
			apply: (target, self, args: [string | RegExp, string?]) => refuse(args) ?? Reflect.apply(target, self, args),
		});
		function refuse([pattern]: [string | RegExp, string?]): undefined {
			if (/\(\?<[!=]/.test(String(pattern))) throw new SyntaxError('Invalid regular expression: invalid group specifier name');
		}
	});
	await page.route('**/*.css', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: withoutNewerValues(await response.text()) });
	});
}

/** Drops each declaration whose value an older browser would not understand, as that browser does. */
export function withoutNewerValues(css: string): string {
	return css.replace(/([{;])\s*[\w-]+\s*:\s*([^;{}]*)(?=[;}])/g, (declaration, before: string, value: string) =>
		newerValue.test(value) ? before : declaration,
	);
}
