import { freePort } from '../../../src/commands/lib/ports.ts';

/** Where the browser tests' server listens: found once, then known to all of Playwright's processes. */
export const port = Number((process.env['E2E_PORT'] ??= String(await freePort())));

/** When the server's clock starts, and where every browser's clock stands: a Monday morning in the desk's office hours. */
export const now = '2026-11-23T02:00:00Z';

/** The desk's login on that server. */
export const deskToken = 'e2e-desk-token';
