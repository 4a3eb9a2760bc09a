import * as fc from 'fast-check';

import { callbackBody, contactBody } from './helpers.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const awkward = [
	'',
	'\0',
	'\ud800',
	'__proto__',
	'constructor',
	'../../',
	'%00',
	'%',
	"'; DROP TABLE requests; --",
	'<script>',
	'￿',
	'助记词',
	'1e999',
	'-0',
	'𝕏'.repeat(40),
];

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...awkward));
const anyHeader = fc.string({
	unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
	maxLength: 40,
});

/** Any request to any call of the document: right, nearly right, and nothing like it. `articles` exist. */
export function anyRequest(document: ApiDocument, articles: readonly string[]): fc.Arbitrary<FuzzRequest> {
	const operations = Object.entries(document.paths).flatMap(([path, described]) =>
		Object.entries(described).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
	);
	return fc.constantFrom(...operations).chain(({ path, method, operation }) => {
		const schema = operation.requestBody?.content['application/json']?.schema;
		const body = schema ? anyBody(document, schema, articles) : fc.constant(undefined);
		return fc
			.record({
				method: mostly(fc.constant(method), fc.constantFrom(...methods)),
				url: anyPath(path, operation),
				headers: anyHeaders(),
				sent: body,
			})
			.map(toRequest);
	});
}

function toRequest({
	method,
	url,
	headers,
	sent,
}: {
	method: string;
	url: string;
	headers: Record<string, string>;
	sent: Sent | undefined;
}): FuzzRequest {
	const hasBody = method !== 'GET' && method !== 'HEAD' && sent !== undefined;
	const type: Record<string, string> = hasBody && sent.type ? { 'Content-Type': sent.type } : {};
	return { method, path: url, headers: { ...headers, ...type }, body: hasBody ? sent.body : undefined };
}

function anyPath(path: string, { parameters = [] }: Operation): fc.Arbitrary<string> {
	const reference = fc
		.oneof(fc.constantFrom('R-00000-00000', 'C-00000-00000', 'c-7k3mq-9xdte'), anyText)
		.map((text) => encodeURIComponent(text.toWellFormed()) || '-');
	const query = fc.oneof(
		fc.record(
			Object.fromEntries(
				parameters
					.filter((parameter) => parameter.in === 'query')
					.map(({ name, schema }) => [name, mostly(fromSchema(schema), anyText)]),
			),
			{ requiredKeys: [] },
		),
		fc.dictionary(anyText, anyText, { maxKeys: 3 }),
	);
	return fc.tuple(reference, query).map(([segment, values]) => {
		const search = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
		return (
			path.replace('{reference}', segment).replace('{id}', '00000000-0000-4000-8000-000000000000') + (search ? `?${search}` : '')
		);
	});
}

function anyHeaders(): fc.Arbitrary<Record<string, string>> {
	const bearer = fc.oneof(anyHeader, fc.constant(`Bearer ${'a'.repeat(22)}`));
	return fc.record(
		{
			'Idempotency-Key': anyHeader,
			Authorization: bearer,
			'CF-Connecting-IP': fc.oneof(anyHeader, fc.ipV4(), fc.ipV6()),
			'X-Request-Id': anyHeader,
			Accept: fc.constantFrom('text/html', '*/*', 'application/json', ';;q='),
			'Accept-Language': anyHeader,
			Cookie: fc.oneof(
				anyHeader,
				fc.constantFrom('__Host-visitor=x', '__Host-request=R-00000-00000.x.y', '__Host-desk=..', '=;='),
			),
		},
		{ requiredKeys: [] },
	);
}

function anyBody(document: ApiDocument, schema: Schema, articles: readonly string[]): fc.Arbitrary<Sent> {
	const valid = anyObject(document, schema, articles);
	const broken = fc
		.tuple(
			valid,
			fc.dictionary(
				fc.oneof(anyText, fc.constantFrom('name', 'email', 'website', 'elapsedMs', 'challenge', 'confirmed')),
				fc.anything({ withNullPrototype: false }),
				{ maxKeys: 3 },
			),
		)
		.map(([fields, changes]) => ({ ...fields, ...changes }));
	const value = fc.oneof(valid, broken, fc.jsonValue({ maxDepth: 12 }));
	const text = value.map((body) => stringify(body));
	return fc.oneof(
		{ weight: 4, arbitrary: text.map((body) => ({ type: 'application/json', body })) },
		{ weight: 2, arbitrary: value.map((body) => ({ type: 'application/x-www-form-urlencoded', body: toForm(body) })) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(text, anyHeader)
				.map(([body, boundary]) => ({ type: `multipart/form-data; boundary=${boundary}`, body })),
		},
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((body) => ({ type: 'application/json', body })) },
		{
			weight: 1,
			arbitrary: fc.tuple(fc.oneof(anyHeader, fc.constant('text/plain')), text).map(([type, body]) => ({ type, body })),
		},
	);
}

/** Bodies that are right often enough to be stored: random texts alone never name an article or a free slot. */
function anyObject(document: ApiDocument, { $ref }: Schema, articles: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
	const schema = document.components.schemas[$ref?.split('/').at(-1) ?? ''] ?? {};
	const known = Object.entries({ ...contactBody, ...callbackBody, article: articles[0] ?? '', query: 'staking fee', results: 0 });
	const good = Object.fromEntries(known.filter(([name]) => name in (schema.properties ?? {})));
	const own = Object.keys(schema.properties ?? {});
	const names = own.length > 0 ? own : ['none'];
	const change = fc.record(
		Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, fromSchema(property)])),
		{ requiredKeys: [] },
	);
	return fc.oneof(
		change,
		fc.constant(good),
		fc.constant(good),
		fc.tuple(change, fc.array(fc.constantFrom(...names), { maxLength: 2 })).map(([fields, changed]) => ({
			...good,
			...Object.fromEntries(changed.map((name) => [name, fields[name]])),
		})),
	);
}

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
	if (schema.type === 'boolean') return fc.boolean();
	if (schema.type === 'integer') return fc.oneof(fc.integer(), fc.maxSafeInteger());
	if (schema.type === 'number') return fc.double();
	if (schema.type === 'array') return fc.array(schema.items ? fromSchema(schema.items) : fc.jsonValue(), { maxLength: 25 });
	const long = fc.integer({ min: 0, max: (schema.maxLength ?? 100) + 1 }).map((length) => 'x'.repeat(length));
	return fc.oneof(
		anyText,
		long,
		fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		fc.emailAddress(),
	);
}

function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T>;
function mostly(usual: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	return fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: other });
}

function toForm(body: unknown): string {
	const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
	return new URLSearchParams(
		entries.map(([name, value]) => [
			name.toWellFormed(),
			typeof value === 'string' ? value.toWellFormed() : (stringify(value) ?? ''),
		]),
	).toString();
}

function stringify(value: unknown): string {
	try {
		return JSON.stringify(value) ?? 'undefined';
	} catch {
		return '{"circular":';
	}
}

export interface FuzzRequest {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: string | Uint8Array<ArrayBuffer> | undefined;
}

interface Sent {
	type: string;
	body: string | Uint8Array<ArrayBuffer>;
}

interface Schema {
	$ref?: string;
	type?: string;
	enum?: unknown[];
	const?: unknown;
	anyOf?: Schema[];
	items?: Schema;
	maxLength?: number;
	properties?: Record<string, Schema>;
}

interface Operation {
	parameters?: { name: string; in: string; schema: Schema }[];
	requestBody?: { content: Record<string, { schema: Schema }> };
}

/** The parts of the OpenAPI document that requests are made from. */
export interface ApiDocument {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, Schema> };
}
