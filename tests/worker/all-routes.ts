import { createApp } from '../../worker/app.ts';

/** Every route of the Worker as a request that reaches it, parameters filled in. */
export function allRoutes(): { method: string; path: string }[] {
	const routes = createApp()
		.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('/*'))
		.map(({ method, path }) => ({
			method,
			path: path
				.replace(/:locale\{[^}]*\}/, 'en')
				.replace('/requests/:reference', '/requests/R-00000-00000')
				.replace(':reference', 'C-00000-00000')
				.replace(':id', '00000000-0000-4000-8000-000000000000'),
		}));
	return [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

/** Those that may change something. */
export function allWrites(): { method: string; path: string }[] {
	return allRoutes().filter(({ method }) => method !== 'GET');
}
