import { createApp } from './app.ts';
import { receiveMail } from './outbox/bounces.ts';
import { consume } from './queues/consume.ts';
import { everyMinute } from './scheduled.ts';

const app = createApp();

export default {
	fetch: app.fetch,
	queue: (batch, env) => consume(batch, env),
	email: (message, env) => receiveMail(message, env),
	scheduled: (_controller, env) => everyMinute(env),
} satisfies ExportedHandler<Env>;
