import { createApp } from './app.ts';
import { purge } from './purge.ts';

const app = createApp();

export default {
	fetch: app.fetch,
	scheduled: (_controller, env) => purge(env),
} satisfies ExportedHandler<Env>;
