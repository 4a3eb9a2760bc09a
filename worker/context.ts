import type { Context, Hono } from 'hono';

import type { FormFields } from './input/body.ts';
import type { Alert } from './db/alerts.ts';
import type { Role } from './desk/roles.ts';
import type { Settings } from './settings.ts';
import type { Turnstile } from './abuse/turnstile.ts';

/** What every handler finds in its context. */
export interface AppEnv {
	Bindings: Env;
	Variables: {
		requestId: string;
		settings: Settings;
		/** Whether the site must say that it is a demonstration. */
		isDemonstration: boolean;
		turnstile: Turnstile;
		/** Who of the staff is asking, on pages of the desk. */
		staff?: string;
		/** What they may do there. */
		role?: Role;
		/** What is wrong just now, on pages of the desk. */
		alerts?: Alert[];
		/** What was typed into a plain form, as soon as it has been read: the page with errors shows it again. */
		form?: FormFields;
		/** The file that came with it. */
		file?: FormFile;
	};
}

/** A file of a plain form as it came, or why it was not read. */
export type FormFile = { name: string; bytes: Uint8Array<ArrayBuffer> } | 'TOO_LARGE' | 'TOO_MANY';

export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;
