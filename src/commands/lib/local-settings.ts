import { CommandError } from './command-error.ts';

const switches = ['PORT', 'DATA_DIR', 'RATE_LIMIT', 'DESK_TOKEN', 'NOW'] as const;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Reads the local-only switches of `npm start` and `npm run dev`; a mistake is named together with what to write instead. */
export function readLocalSettings(environment: Environment, defaultPort: number): LocalSettings {
	return {
		port: readPort(blankAsAbsent(environment.PORT), defaultPort),
		dataDir: blankAsAbsent(environment.DATA_DIR) ?? '.wrangler/state',
		rateLimit: readRateLimit(blankAsAbsent(environment.RATE_LIMIT)),
		deskToken: readDeskToken(blankAsAbsent(environment.DESK_TOKEN)),
		now: readNow(environment.NOW),
		siteConfig: blankAsAbsent(environment.SITE_CONFIG),
	};
}

/** The local switches that are set although the help centre is configured for production, where none may be. */
export function refusedSwitches(environment: Environment, mode: 'demonstration' | 'production'): string[] {
	if (mode === 'demonstration' || blankAsAbsent(environment.SITE_CONFIG)) return [];
	return switches.filter((name) => blankAsAbsent(environment[name]));
}

/** Fails when local switches are set in production configuration. */
export function requireNoRefusedSwitches(environment: Environment, mode: 'demonstration' | 'production'): void {
	const refused = refusedSwitches(environment, mode);
	if (refused.length === 0) return;
	throw new CommandError(`This help centre is configured for production, where these are refused: ${refused.join(', ')}`);
}

function readPort(text: string | undefined, defaultPort: number): number {
	if (text === undefined) return defaultPort;
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
	throw new CommandError(`PORT=${text} is not a port: write a number from 1 to 65535, for example PORT=8080.`);
}

function readRateLimit(text: string | undefined): 'on' | 'off' {
	if (text === undefined) return 'on';
	if (text === 'off') return 'off';
	throw new CommandError(`RATE_LIMIT=${text} is unknown: write RATE_LIMIT=off to switch the limits off, or leave it out.`);
}

function readDeskToken(text: string | undefined): string | undefined {
	if (text === undefined || /^[\x21-\x7e]{1,200}$/.test(text)) return text;
	throw new CommandError('DESK_TOKEN may have 1 to 200 visible ASCII characters, without spaces.');
}

/** The instant that `NOW` names, in milliseconds since the epoch; undefined where it is absent or blank. */
export function readNow(written: string | undefined): number | undefined {
	const text = blankAsAbsent(written);
	if (text === undefined) return undefined;
	const instant = rfc3339.test(text) ? Date.parse(text) : Number.NaN;
	if (!Number.isNaN(instant)) return instant;
	throw new CommandError(`NOW=${text} is not an instant: write it as RFC 3339, for example NOW=2026-11-23T02:00:00Z.`);
}

function blankAsAbsent(text: string | undefined): string | undefined {
	return text?.trim() || undefined;
}

/** What `npm start` can be told from outside. `now` is in milliseconds since the epoch. */
export interface LocalSettings {
	port: number;
	dataDir: string;
	rateLimit: 'on' | 'off';
	deskToken: string | undefined;
	now: number | undefined;
	siteConfig: string | undefined;
}

type Environment = Partial<Record<(typeof switches)[number] | 'SITE_CONFIG', string | undefined>>;
