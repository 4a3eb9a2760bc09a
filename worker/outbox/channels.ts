import type { Channel, Fetch } from './delivery.ts';
import { mailChannel } from '../mail/channel.ts';
import { openSender } from '../mail/sender.ts';
import { openWebhooks } from '../notify/webhooks.ts';
import type { Settings } from '../settings.ts';

/** Every way out that is configured. What is owed on any other waits. */
export function openChannels(env: Env, settings: Settings, send: Fetch): Channel[] {
	const sender = openSender(env, settings, send);
	return [...(sender ? [mailChannel(env, settings, sender)] : []), ...openWebhooks(env, settings, send)];
}
