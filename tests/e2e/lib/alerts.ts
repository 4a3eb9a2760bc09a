import type { Locator, Page } from '@playwright/test';

/** The alert that says something. It holds the words of every error, so only those count that can be seen. */
export function alertSaying(page: Page, words: string): Locator {
	return page.getByRole('alert').filter({ has: page.getByText(words).filter({ visible: true }) });
}
