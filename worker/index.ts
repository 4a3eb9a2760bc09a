import { createApp } from './app.ts';
import { purge } from './purge.ts';
import { consume } from './queues/consume.ts';

const app = createApp();

export default {
	fetch: app.fetch,
	queue: (batch, env) => consume(batch, env),
	scheduled: (_controller, env) => purge(env),
} satisfies ExportedHandler<Env>;
