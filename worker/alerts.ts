import { defaultLocale } from '#config/locales';

import { alertKinds, calmAlert, countFaults, endAlert, listAlerts, raiseAlert, type Alert, type AlertKind } from './db/alerts.ts';
import { enqueue } from './db/outbox.ts';
import { logAlert } from './log.ts';
import { webhookNames } from './notify/webhooks.ts';
import { now, readSettings } from './settings.ts';
import { dayMs, minuteMs, startOfDay } from './time.ts';

/** A message older than this should have gone out. */
const lateMs = 5 * minuteMs;
/** A held call that comes so soon should have been judged. */
const judgeMs = 60 * minuteMs;
/** An alert is over only when it has been quiet for so long: what flutters is told once. */
const calmMs = 15 * minuteMs;

/** Looks for what is wrong, tells staff when something begins or is over, and logs one line for each. Called every minute. */
export async function watch(env: Env): Promise<void> {
	const time = now(readSettings(env));
	const faults = await countFaults(env.DB, {
		now: time,
		lateBefore: time - lateMs,
		judgedBefore: time + judgeMs,
		day: startOfDay(time - dayMs),
	});
	const open = new Map((await listAlerts(env.DB)).map((alert) => [alert.kind, alert]));
	const changes = alertKinds.flatMap((kind) => changeOf(env, { kind, count: faults[kind], alert: open.get(kind), time }));
	if (changes.length === 0) return;
	await env.DB.batch(changes.flatMap(({ statements }) => statements));
	for (const { told } of changes) if (told) logAlert(told.kind, told.state, told.count);
}

function changeOf(env: Env, { kind, count, alert, time }: Seen): Change[] {
	if (count > 0) {
		// Two sweeps at once name the same minute, and so owe the same message.
		const since = alert?.since ?? time - (time % minuteMs);
		const raise = raiseAlert(env.DB, { kind, since, count });
		if (alert) return alert.count === count && alert.calmSince === null ? [] : [{ statements: [raise] }];
		return [{ statements: [raise, ...tell(env, 'alert', kind, since)], told: { kind, state: 'begun', count } }];
	}
	if (!alert) return [];
	if (alert.calmSince === null) return [{ statements: [calmAlert(env.DB, kind, time)] }];
	if (time - alert.calmSince < calmMs) return [];
	return [
		{
			// What a queue has lost stays lost: that nothing was added is no recovery.
			statements: [endAlert(env.DB, alert), ...(kind === 'lost' ? [] : tell(env, 'recovery', kind, alert.since))],
			told: { kind, state: 'over', count: 0 },
		},
	];
}

/** Staff are told through the outbox like everything else, so that a chat that is down is tried again. */
function tell(env: Env, message: 'alert' | 'recovery', about: AlertKind, since: number): D1PreparedStatement[] {
	const settings = readSettings(env);
	return webhookNames(settings).map((channel) =>
		enqueue(env.DB, {
			dedupeKey: `${channel}.${message}.${about}.${since}`,
			channel,
			kind: message,
			reference: null,
			about,
			locale: defaultLocale,
			at: now(settings),
		}),
	);
}

interface Seen {
	kind: AlertKind;
	count: number;
	alert: Alert | undefined;
	time: number;
}

interface Change {
	statements: D1PreparedStatement[];
	told?: { kind: AlertKind; state: 'begun' | 'over'; count: number };
}
