import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/**
 * Serves a folder on a port of its own, text compressed with gzip as hosts do and everything else as it is, and counts the bytes of
 * each body that it sends.
 */
export async function serveFolder(folder: string): Promise<StaticServer> {
	const sent = new Map<string, number>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://local');
		const file = fileOf(folder, pathname);
		if (!file) return response.writeHead(404).end();
		const type = types[extname(file)];
		if (!type) {
			sent.set(pathname, statSync(file).size);
			response.writeHead(200, { 'content-type': 'application/octet-stream' });
			return createReadStream(file).pipe(response);
		}
		return void readFile(file).then((content) => {
			const body = gzipSync(content);
			sent.set(pathname, body.length);
			response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		origin: `http://127.0.0.1:${port}`,
		sent,
		async close() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** The file of a URL path, if there is one; never outside of the folder. */
function fileOf(folder: string, pathname: string): string | undefined {
	const path = join(folder, normalize(decodeURIComponent(pathname)));
	const file = path.endsWith('/') ? `${path}index.html` : path;
	return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

export interface StaticServer {
	origin: string;
	/** Bytes of the last body by URL path. */
	sent: Map<string, number>;
	close(): Promise<void>;
}
