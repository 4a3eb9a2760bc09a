import * as z from 'zod';

/** Switches that make a local server testable; in production any of them would be a hole. */
const localOnly = ['DESK_TOKEN', 'RATE_LIMIT', 'CLOCK_OFFSET_MS', 'SITE_ORIGIN', 'PUBLIC_ORIGIN'] as const;

/** A variable that is set to nothing is not set: wrangler.toml ships empty values to fill in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Mail addresses with commas between them; case tells nobody apart. */
const addresses = z
	.string()
	.transform((text) => text.split(',').map((address) => address.trim().toLowerCase()))
	.pipe(z.array(z.email()));

const httpsUrl = z.url({ protocol: /^https$/ });

const SettingsSchema = z.object({
	ENVIRONMENT: z.enum(['local', 'production']),
	/** Signs private links, cookies and hashes; changing it invalidates all of them. */
	LINK_KEY: z.string().min(32),
	/** Development login of the desk. */
	DESK_TOKEN: optional(z.string()),
	/** `off` for load tests. */
	RATE_LIMIT: optional(z.literal('off')),
	/** Milliseconds that the server's clock runs ahead. */
	CLOCK_OFFSET_MS: optional(z.coerce.number().int()),
	/** Astro's dev server: pages and articles come from there instead of the built files. */
	SITE_ORIGIN: optional(z.url()),
	/** Where links in mails lead, when not to the site's own address. */
	PUBLIC_ORIGIN: optional(z.url()),
	/** Cloudflare Access in front of the desk: `https://<team>.cloudflareaccess.com` and the application's audience tag. */
	ACCESS_TEAM_DOMAIN: optional(z.url()),
	ACCESS_AUDIENCE: optional(z.string()),
	/** Who leads and who writes articles; everybody else whom Access lets in is an agent. */
	DESK_LEADS: optional(addresses),
	DESK_WRITERS: optional(addresses),
	/** Where `turnstile` is configured: the secret of its widget. Without it every challenge fails. */
	TURNSTILE_SECRET: optional(z.string()),
	/** Address that mails come from. With it go the `MAIL` binding, or the two of an HTTP mail API. */
	MAIL_FROM: optional(z.email()),
	MAIL_API_URL: optional(httpsUrl),
	MAIL_API_KEY: optional(z.string().regex(/^[!-~]+$/)),
	/** `yes` when the API heeds `Idempotency-Key`. */
	MAIL_API_IDEMPOTENT: optional(z.enum(['yes', 'no'])),
	/** Webhooks that tell staff of new requests; their addresses are secrets themselves. */
	NOTIFY_SLACK_URL: optional(httpsUrl),
	NOTIFY_TELEGRAM_TOKEN: optional(z.string().regex(/^\d+:[\w-]+$/)),
	NOTIFY_TELEGRAM_CHAT: optional(z.string().regex(/^(-?\d+|@\w+)$/)),
	NOTIFY_FEISHU_URL: optional(httpsUrl),
	NOTIFY_FEISHU_SECRET: optional(z.string()),
	NOTIFY_DINGTALK_URL: optional(httpsUrl),
	NOTIFY_DINGTALK_SECRET: optional(z.string()),
});

const parsed = new WeakMap<object, Settings>();

/** The Worker's variables and secrets, checked once. Throws an error that names the variable, never its value. */
export function readSettings(env: Env): Settings {
	const known = parsed.get(env);
	if (known) return known;
	const result = SettingsSchema.safeParse(env);
	if (!result.success) throw new SettingsError(`${String(result.error.issues[0]?.path[0])} is missing or wrong`);
	const settings = result.data;
	const forbidden = settings.ENVIRONMENT === 'production' && localOnly.find((name) => settings[name] !== undefined);
	if (forbidden) throw new SettingsError(`${forbidden} is for local use and must not be set in production`);
	parsed.set(env, settings);
	return settings;
}

/** The one clock: epoch milliseconds. */
export function now(settings: Settings): number {
	return Date.now() + (settings.CLOCK_OFFSET_MS ?? 0);
}

/** The configuration makes serving unsafe; its message may be logged. */
export class SettingsError extends Error {
	override name = 'SettingsError';
}

export type Settings = z.output<typeof SettingsSchema>;
