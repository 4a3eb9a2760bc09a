import { connect } from 'node:net';

import { port } from './lib/server.ts';
import { expect, test } from './lib/test.ts';

const body = JSON.stringify({ locale: 'en', query: 'raw request', results: 0 });

/** Sends bytes as they are, which no client library would, and answers every status line that comes back within a second. */
async function sendRaw(lines: readonly string[], rest = ''): Promise<string[]> {
	return new Promise((resolve, reject) => {
		let received = '';
		const socket = connect(port, 'localhost', () => socket.write(`${lines.join('\r\n')}\r\n\r\n${rest}`));
		const finish = () => {
			socket.destroy();
			resolve(received.match(/^HTTP\/1\.1 \d{3}.*$/gm) ?? []);
		};
		socket.on('data', (chunk) => (received += chunk.toString('latin1')));
		socket.on('error', reject);
		socket.on('close', finish);
		setTimeout(finish, 1000);
	});
}

const post = ['POST /api/search-misses HTTP/1.1', `Host: localhost:${port}`, 'Content-Type: application/json'];
const smuggled = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n';

test('two lengths, or a length and chunks, are refused before the Worker sees them, and smuggle no second request', async () => {
	const attempts = {
		'two lengths': [...post, `Content-Length: ${body.length}`, 'Content-Length: 5'],
		'two lengths in one': [...post, `Content-Length: ${body.length}, 5`],
		'a length and chunks': [...post, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
		'chunks, spelt oddly': [...post, 'Content-Length: 5', 'Transfer-Encoding: xchunked'],
		'a negative length': [...post, 'Content-Length: -1'],
	};
	for (const [name, lines] of Object.entries(attempts)) {
		const statuses = await sendRaw(lines, `0\r\n\r\n${smuggled}`);
		expect(
			statuses.filter((status) => / 2\d\d/.test(status)),
			name,
		).toEqual([]);
		expect(statuses.length, name).toBeLessThanOrEqual(1);
	}
});

test('headers cannot be folded or hold a line break', async () => {
	for (const header of ['X-Request-Id: abcdefgh\r\n injected: yes', 'X-Request-Id : abcdefgh', 'X-Request-Id: abc\x00defgh']) {
		const statuses = await sendRaw(['GET /api/health HTTP/1.1', `Host: localhost:${port}`, header]);
		expect(statuses.length, header).toBeLessThanOrEqual(1);
	}
});

test('paths that try to leave the site end on it', async ({ baseURL }) => {
	const paths = [
		'//evil.example',
		'/en//evil.example',
		'/\\evil.example',
		'/%5cevil.example',
		'/%2f%2fevil.example',
		'/en/%2e%2e/%2e%2e/etc/passwd',
		'/..%2f..%2fpackage.json',
		'/en/faq/..%5c..',
		'//evil.example/%2e%2e',
		'/en/..;/desk/',
	];
	for (const path of paths) {
		const answer = await rawAnswer(path);
		const location = /^location: (.*)$/im.exec(answer)?.[1]?.trim();
		if (location) expect(new URL(location, baseURL).origin, path).toBe(baseURL);
		expect(answer, path).not.toMatch(/root:x|devDependencies|compatibility_date/);
		expect(answer.split(' ')[1], path).not.toMatch(/^5/);
	}
});

async function rawAnswer(path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		let received = '';
		const socket = connect(port, 'localhost', () =>
			socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`),
		);
		socket.on('data', (chunk) => (received += chunk.toString('latin1')));
		socket.on('error', reject);
		socket.on('close', () => resolve(received));
	});
}
