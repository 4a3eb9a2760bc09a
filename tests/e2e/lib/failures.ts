import type { Page } from '@playwright/test';

const answers = {
	'the server fails': { status: 500, contentType: 'application/problem+json', body: '{}' },
	'a proxy answers with a page': { status: 200, contentType: 'text/html', body: '<p>Log in</p>' },
	'the network is gone': null,
};

/** Ways in which the API can let a reader down. */
export const failures = Object.keys(answers) as Failure[];

/** Makes every call of the API fail in one of those ways. */
export async function failApi(page: Page, failure: Failure): Promise<void> {
	const answer = answers[failure];
	await page.route('**/api/**', (route) => (answer ? route.fulfill(answer) : route.abort('internetdisconnected')));
}

type Failure = keyof typeof answers;
