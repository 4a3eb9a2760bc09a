import { Hono } from 'hono';

import type { AppEnv } from '../context.ts';
import { openapiDocument } from '../openapi/document.ts';

const maxAgeSeconds = 300;

/** The API's description of itself. */
export const openapi = new Hono<AppEnv>();

let document: object | undefined;

openapi.get('/api/openapi.json', (c) => {
	document ??= openapiDocument();
	return c.json(document, 200, { 'Cache-Control': `public, max-age=${maxAgeSeconds}` });
});
