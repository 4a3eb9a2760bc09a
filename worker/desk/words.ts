import { locales, type Locale } from '#config/locales';
import { support } from '#config/support';
import { formatInstant } from '#shared/instant';
import type { RequestState } from '#shared/requests';

import { lineTimezone } from '../callbacks/line-slots.ts';
import type { AuditEntry } from '../db/audit.ts';
import { auditWords } from './words/audit.ts';
import { callListsWords } from './words/call-lists.ts';
import { callsWords } from './words/calls.ts';
import { eraseWords } from './words/erase.ts';
import { feedbackWords } from './words/feedback.ts';
import { fieldsWords } from './words/fields.ts';
import { filesWords } from './words/files.ts';
import { frameWords } from './words/frame.ts';
import { queueWords } from './words/queue.ts';
import { routingWords } from './words/routing.ts';
import { reportsWords } from './words/reports.ts';
import { requestsWords } from './words/requests.ts';
import { switchesWords } from './words/switches.ts';

/** The desk's own words; the site's stay with the site. */
export const words: Record<Locale, Words> = {
	'zh-cn': {
		...auditWords['zh-cn'],
		...callListsWords['zh-cn'],
		...callsWords['zh-cn'],
		...eraseWords['zh-cn'],
		...feedbackWords['zh-cn'],
		...fieldsWords['zh-cn'],
		...filesWords['zh-cn'],
		...frameWords['zh-cn'],
		...queueWords['zh-cn'],
		...reportsWords['zh-cn'],
		...requestsWords['zh-cn'],
		...routingWords['zh-cn'],
		...switchesWords['zh-cn'],
	},
	en: {
		...auditWords.en,
		...callListsWords.en,
		...callsWords.en,
		...eraseWords.en,
		...feedbackWords.en,
		...fieldsWords.en,
		...filesWords.en,
		...frameWords.en,
		...queueWords.en,
		...reportsWords.en,
		...requestsWords.en,
		...routingWords.en,
		...switchesWords.en,
	},
};

/** The zone in which the desk works. */
export const deskTimezone = lineTimezone('zh-cn');

/** An instant in the zone in which the desk works. */
export function deskTime(locale: Locale, at: number): string {
	return formatInstant(locales[locale].lang, at, deskTimezone);
}

export function topicName(locale: Locale, id: string): string {
	return support.topics.find((topic) => topic.id === id)?.name[locale] ?? id;
}

/** The team that owns a topic. */
export function teamOfTopic(locale: Locale, topicId: string): string {
	return teamName(locale, support.topics.find(({ id }) => id === topicId)?.team ?? '');
}

export function teamName(locale: Locale, id: string): string {
	return support.teams.find((team) => team.id === id)?.name[locale] ?? id;
}

export function stateName(locale: Locale, state: RequestState): string {
	return words[locale][stateWords[state]];
}

/** What somebody did, as it follows their name. */
export function auditName(locale: Locale, action: AuditEntry['action']): string {
	return words[locale][auditNames[action]];
}

export function languageName(locale: Locale): string {
	return locales[locale].name;
}

const stateWords = {
	received: 'stateReceived',
	held: 'stateHeld',
	assigned: 'stateAssigned',
	answered: 'stateAnswered',
	waiting: 'stateWaiting',
	solved: 'stateSolved',
	closed: 'stateClosed',
} as const satisfies Record<RequestState, string>;

const auditNames = {
	replied: 'auditReplied',
	noted: 'auditNoted',
	assigned: 'auditAssigned',
	handed: 'auditHanded',
	state: 'auditState',
	priority: 'auditPriority',
	purged: 'auditPurged',
	'purged-file': 'auditPurgedFile',
	erased: 'auditErased',
	released: 'auditReleased',
	resent: 'auditResent',
	dismissed: 'auditDismissed',
	switched: 'auditSwitched',
	exported: 'auditExported',
	called: 'auditCalled',
	'took-over': 'auditTookOver',
	reached: 'auditReached',
	missed: 'auditMissed',
	wrong: 'auditWrong',
	offered: 'auditOffered',
	closed: 'auditClosed',
	opened: 'auditOpened',
	'blocked-number': 'auditBlockedNumber',
	'unblocked-number': 'auditUnblockedNumber',
	converted: 'auditConverted',
	spam: 'auditSpam',
	'no-spam': 'auditNoSpam',
	merged: 'auditMerged',
	blocked: 'auditBlocked',
	unblocked: 'auditUnblocked',
} as const satisfies Record<AuditEntry['action'], keyof Words>;

export type Words = (typeof auditWords)['en'] &
	(typeof callListsWords)['en'] &
	(typeof callsWords)['en'] &
	(typeof eraseWords)['en'] &
	(typeof feedbackWords)['en'] &
	(typeof fieldsWords)['en'] &
	(typeof filesWords)['en'] &
	(typeof frameWords)['en'] &
	(typeof queueWords)['en'] &
	(typeof reportsWords)['en'] &
	(typeof requestsWords)['en'] &
	(typeof routingWords)['en'] &
	(typeof switchesWords)['en'];
