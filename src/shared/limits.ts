/**
 * Every length, size and rate that site and Worker agree on. No imports: browser scripts read single constants from
 * here without pulling a schema library along. Lengths are code points, as JSON Schema counts them; a form's `maxlength`
 * counts UTF-16 code units and so never lets more through.
 */
export const length = {
	name: 80,
	email: 254,
	messageMin: 10,
	message: 5000,
	txHash: 200,
	address: 120,
	appVersion: 40,
	device: 80,
	phone: 40,
	note: 500,
	comment: 1000,
	reason: 300,
	article: 120,
	articles: 20,
	query: 200,
	verify: 1000,
	searchMiss: 100,
	challenge: 4000,
	idempotencyKey: 128,
	fileName: 100,
} as const;

/** Largest request body that any route accepts, in bytes. */
export const bodyBytes = 64 * 1024;

/** A plain form larger than `bodyBytes` is refused, but up to this size it comes back with everything that was typed. */
export const formBytes = 512 * 1024;

/** Largest file, in bytes; of text, which the guard reads; and the one that a plain form may bring. */
export const fileBytes = 10 * 1024 * 1024;
export const textFileBytes = 1024 * 1024;
export const formFileBytes = 5 * 1024 * 1024;

/** Files that go with one message, the first one included, and with a request in all. */
export const filesPerMessage = 5;
export const filesPerRequest = 30;

/** A form filled in faster than this was probably not filled in by a person, in milliseconds. */
export const minElapsedMs = 2000;

/** Votes an article needs before its counts are shown to readers: fewer say more about chance than about the article. */
export const votesShownFrom = 20;

/** Open callbacks that one phone number may hold at a time. */
export const openCallbacksPerPhone = 2;

/** How long a plain form's derived idempotency key stays valid, in seconds. */
export const formReplaySeconds = 10 * 60;

/** Life of the cookie that opens one private page without script, in seconds. */
export const privateCookieSeconds = 30 * 60;

/** Networks of one day that must have searched in vain for the same words before these are written down and shown to staff. */
export const searchMissNetworks = 3;

/** Most results that a failed search may claim. */
export const searchMissResults = 100_000;

/** Writes that one network prefix may make, per route. Replays and refused writes do not count. */
export const rates = {
	votes: { hour: 120, day: 400 },
	contact: { hour: 20, day: 60 },
	callbacks: { hour: 20, day: 60 },
	searchMisses: { hour: 120, day: 400 },
	links: { hour: 10, day: 30 },
	requests: { hour: 60, day: 200 },
	files: { hour: 60, day: 200 },
} as const;

/** Writes an hour from one network that nobody has to prove anything for. */
export const unprovenRates = { votes: 80, contact: 15, callbacks: 15 } as const;

/** Writes a day that may name the same person, from wherever they come. */
export const personRates = {
	contactEmail: 60,
	callbackEmail: 20,
	linksEmail: 5,
	callbackPhone: 10,
	callbackMoves: 10,
	requestWrites: 40,
} as const;

/**
 * From what on the load of an hour is what was counted and not what is configured: so many calls on the line in the past days,
 * and so many days with that hour. It is busy and quiet from and up to these shares of its seats.
 */
export const measuredLoad = { pastDays: 56, calls: 100, days: 4, busyFrom: 2 / 3, quietTo: 1 / 3 } as const;

/** How long a solved or closed request can be reopened, in days; a solved one is then closed. */
export const reopenDays = 14;

/** After so many days a sender or a number that was blocked is blocked no more. */
export const blockedDays = 365;

/** How long it is remembered who has opened the desk. */
export const unseenStaffDays = 365;

/** How far back D1 Time Travel can bring a database, in days: what has been deleted is gone for good only then. */
export const backupDays = 30;

/** From how many first replies of the last `measuredDays` days their median says something. */
export const measuredReplies = 5;
export const measuredDays = 7;

/** How long a challenge may take to solve and send, in seconds. */
export const challengeSeconds = 10 * 60;

/** Mails a day to an address that nobody has proved to be theirs. */
export const unverifiedMails = 20;

/** Links of open requests that one mail brings. */
export const mailedLinks = 20;

/** A challenge: PBKDF2 rounds for one key, and between which numbers of keys it is solved. A few seconds on a phone. */
export const challengeWork = { cost: 5000, least: 300, most: 900 } as const;

/** Levels of a JSON body; no schema takes more than three. */
export const jsonDepth = 8;

/** How often a person is called for one booking. */
export const callAttempts = 3;

/** How long the words live by which a caller proves to come from us, in seconds. */
export const callerWordsSeconds = 180;

/** How long before its time a call may begin, and how long after its slot has ended, in minutes. */
export const callEarlyMinutes = 5;
export const callLateMinutes = 30;

/** How long after it began somebody may say how a call went, in minutes; then its person is asked for another time. */
export const callOutcomeMinutes = 60;

/** Around its time a call's page asks often whether we are calling: from when, in minutes, and how often, in seconds. */
export const callWatchMinutes = 15;
export const callWatchSeconds = 4;

/** How long a browser is known to have booked a call, in seconds. */
export const callCookieSeconds = 60 * 86_400;

/** How long before a call a reminder is mailed, in minutes, longest first. */
export const callReminderMinutes = [24 * 60, 60] as const;
/** How long somebody counts as writing a reply after the last sign of it, and after having taken a request, in seconds. */
export const presenceSeconds = 60;
export const takenSeconds = 5 * 60;

/** Most days whose slots one answer lists. */
export const slotsQueryDays = 16;
