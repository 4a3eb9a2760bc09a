import * as z from 'zod';

import { site } from '#config/site';
import { errorStatus, fieldCodes, type ErrorCode } from '#shared/errors';
import * as limits from '#shared/limits';

import packageJson from '../../package.json' with { type: 'json' };
import { titles } from '../problem.ts';
import { operations, schemas, type Operation } from './operations.ts';

const requestIdHeader = { 'X-Request-Id': { description: 'Name of this request in the logs.', schema: { type: 'string' } } };

/** The OpenAPI 3.1 document, made from the schemas that the routes enforce. */
export function openapiDocument(): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation);
	return {
		openapi: '3.1.1',
		info: { title: site.brand.en, version: packageJson.version, description: description() },
		servers: [{ url: '/' }],
		paths,
		components: {
			schemas: {
				...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)])),
				Problem: problemSchema(),
			},
			responses: Object.fromEntries(Object.keys(errorStatus).map((code) => [code, errorResponse(code as ErrorCode)])),
			securitySchemes: {
				privateLink: { type: 'http', scheme: 'bearer', description: 'The part of a private link after the reference.' },
			},
		},
		'x-limits': {
			length: limits.length,
			bodyBytes: limits.bodyBytes,
			fileBytes: limits.fileBytes,
			textFileBytes: limits.textFileBytes,
			formFileBytes: limits.formFileBytes,
			filesPerMessage: limits.filesPerMessage,
			filesPerRequest: limits.filesPerRequest,
			rates: limits.rates,
			unprovenRates: limits.unprovenRates,
			personRates: limits.personRates,
			jsonDepth: limits.jsonDepth,
			openCallbacksPerPhone: limits.openCallbacksPerPhone,
		},
	};
}

function describe({
	summary,
	query,
	path,
	body,
	acceptsForms,
	takesKey,
	isPrivate,
	result,
	isText,
	isFile,
	takesFile,
	status,
	rate,
	errors,
}: Operation): object {
	const parameters = [
		...(query ? queryParameters(query) : []),
		...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
		...(takesKey ? [keyParameter()] : []),
	];
	const json = result ? { schema: reference(result) } : { schema: { type: 'object' } };
	const text = { 'text/plain': { schema: { type: 'string' } } };
	const content = status === 202 ? {} : { content: isFile ? fileContent : isText ? text : { 'application/json': json } };
	return {
		summary,
		...(rate
			? { description: `At most ${limits.rates[rate].hour} an hour and ${limits.rates[rate].day} a day from one network.` }
			: {}),
		...(isPrivate ? { security: [{ privateLink: [] }] } : {}),
		...(parameters.length > 0 ? { parameters } : {}),
		...(body ? { requestBody: requestBody(body, acceptsForms) } : {}),
		...(takesFile ? { requestBody: { required: true, content: fileContent } } : {}),
		responses: {
			[status]: { description: status === 202 ? 'Accepted' : 'Done', headers: requestIdHeader, ...content },
			...(acceptsForms ? { 303: { description: 'A plain form post was stored: `Location` is the page that says so.' } } : {}),
			...errorResponses(errors),
		},
	};
}

/** Of any of the types that are taken; which one is seen in its content. */
const fileContent = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function requestBody(name: keyof typeof schemas, acceptsForms = false): object {
	const schema = { schema: reference(name) };
	const forms = { 'application/x-www-form-urlencoded': schema, 'multipart/form-data': schema };
	return { required: true, content: { 'application/json': schema, ...(acceptsForms ? forms : {}) } };
}

/** Codes that share a status are alternatives of one answer. */
function errorResponses(codes: readonly ErrorCode[]): Record<string, object> {
	const byStatus = Map.groupBy(codes, (code) => errorStatus[code]);
	return Object.fromEntries(
		[...byStatus].map(([status, same]) => {
			const [first = 'INTERNAL', ...more] = same;
			if (more.length === 0) return [status, { $ref: `#/components/responses/${first}` }];
			return [status, { ...errorResponse(first), description: same.map((code) => `\`${code}\`: ${titles[code]}`).join(' ') }];
		}),
	);
}

function errorResponse(code: ErrorCode): object {
	const retry = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };
	return {
		description: titles[code],
		headers: { ...requestIdHeader, ...(errorStatus[code] === 429 || errorStatus[code] === 503 ? retry : {}) },
		content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
	};
}

function queryParameters(query: z.ZodObject): object[] {
	const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
	return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function keyParameter(): object {
	return {
		name: 'Idempotency-Key',
		in: 'header',
		description: 'The same key with the same body answers as the first time and stores nothing; with another body `CONFLICT`.',
		schema: { type: 'string', minLength: 1, maxLength: limits.length.idempotencyKey, pattern: '^[!-~]+$' },
	};
}

function problemSchema(): object {
	const field = {
		type: 'object',
		required: ['name', 'code'],
		properties: {
			name: { type: 'string' },
			code: { enum: fieldCodes },
			span: {
				type: 'array',
				items: { type: 'integer' },
				minItems: 2,
				maxItems: 2,
				description: 'Half-open range in UTF-16 code units.',
			},
		},
	};
	return {
		type: 'object',
		required: ['type', 'title', 'status', 'code', 'fields', 'requestId'],
		properties: {
			type: { type: 'string', format: 'uri-reference' },
			title: { type: 'string' },
			status: { type: 'integer' },
			code: { enum: Object.keys(errorStatus) },
			fields: { type: 'array', items: field },
			requestId: { type: 'string' },
			alternatives: {
				type: 'array',
				items: { type: 'string', format: 'date-time' },
				description: '`SLOT_FULL`: nearest free starts.',
			},
			switchedOff: { const: true, description: '`UNAVAILABLE`: staff have switched this form off for now.' },
		},
	};
}

function description(): string {
	return [
		`Bodies are JSON objects of at most ${limits.bodyBytes} bytes; calls that also take plain HTML forms answer those with a page.`,
		'Errors are RFC 9457 problem details with a stable `code`. 200 and 201 mean stored, 202 means best effort.',
	].join(' ');
}

function reference(name: keyof typeof schemas): object {
	return { $ref: `#/components/schemas/${name}` };
}

function jsonSchema(schema: z.ZodType): object {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
	return rest;
}
