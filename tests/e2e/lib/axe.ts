import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page, one readable line for each rule that is broken; all of WCAG 2.2 AA unless rules are named. */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
	// Legacy: without a second page for what frames would send. There are none, and it takes a third of the time.
	const builder = new AxeBuilder({ page }).setLegacyMode(true);
	const chosen = rules ? builder.withRules(rules) : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
	const { violations } = await chosen.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** The same in both themes. The dark one changes nothing but colours, so only what colours can break is looked at again. */
export async function findViolationsInThemes(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	const light = await findViolations(page);
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	const dark = await findViolations(page, ['color-contrast', 'link-in-text-block']);
	return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}
