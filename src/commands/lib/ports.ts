import { lookup } from 'node:dns/promises';
import { createServer } from 'node:net';

import { CommandError } from './command-error.ts';

/** Fails when something already listens on this port of `localhost`, on any of its addresses. */
export async function requireFreePort(port: number): Promise<void> {
	const addresses = await lookup('localhost', { all: true });
	for (const { address } of addresses) {
		const problem = await tryPort(port, address);
		if (problem === 'EADDRINUSE') {
			throw new CommandError(
				`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
			);
		}
		if (problem === 'EACCES')
			throw new CommandError(`Port ${port} needs more rights than you have: choose one above 1023, for example PORT=8787.`);
	}
}

/** A port that nothing listens on just now. */
export async function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, 'localhost', () => {
			const address = server.address();
			server.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
		});
	});
}

async function tryPort(port: number, address: string): Promise<string | undefined> {
	return new Promise((done) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => done(error.code));
		server.listen({ port, host: address, exclusive: true }, () => server.close(() => done(undefined)));
	});
}
