/** Where the browser tests' server listens. */
export const port = 8799;

/** When the server's clock starts, and where every browser's clock stands: a Monday morning in the desk's office hours. */
export const now = '2026-11-23T02:00:00Z';

/** The desk's login on that server. */
export const deskToken = 'e2e-desk-token';
