/** A call in somebody's calendar. Instants are RFC 3339 in UTC. */
export interface CalendarEvent {
	/** Stays the same over moves, so that calendars update the entry. */
	uid: string;
	/** Rises with every move or cancellation; calendars ignore a lower one. */
	sequence: number;
	start: string;
	end: string;
	/** When this file was made. */
	stamp: string;
	summary: string;
	description: string;
	/** Who publishes the entry: calendars take a file with a method only from somebody. */
	organizer: { name: string; email: string };
	cancelled?: boolean;
}

/** Octets in one line of a calendar file (RFC 5545, 3.1), without the line break. */
const lineOctets = 75;

/** An iCalendar file (RFC 5545) with one event, in UTC: no zone table that a calendar could misread. */
export function calendarFile(event: CalendarEvent): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Help centre//Callback//EN',
		'CALSCALE:GREGORIAN',
		`METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
		'BEGIN:VEVENT',
		`UID:${escapeText(event.uid)}`,
		`SEQUENCE:${event.sequence}`,
		`DTSTAMP:${utc(event.stamp)}`,
		`DTSTART:${utc(event.start)}`,
		`DTEND:${utc(event.end)}`,
		`ORGANIZER;CN=${quote(event.organizer.name)}:mailto:${event.organizer.email}`,
		`SUMMARY:${escapeText(event.summary)}`,
		`DESCRIPTION:${escapeText(event.description)}`,
		`STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		...(event.cancelled
			? []
			: ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT10M', `DESCRIPTION:${escapeText(event.summary)}`, 'END:VALARM']),
		'END:VEVENT',
		'END:VCALENDAR',
	];
	return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function utc(instant: string): string {
	return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** A parameter's value, which knows no escapes. */
function quote(text: string): string {
	return `"${text.replace(/["\p{Cc}]/gu, '')}"`;
}

function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Breaks a long line between characters, never inside one: limits count octets, and a Chinese character has three. */
function fold(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > lineOctets) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}
