/** A plain static server for a folder that `cargo xtask dist` made: it can be stopped, moved to another folder, and asked what it was asked. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @param {string} folder
 * @param {Record<string, string>} [headers] Sent with every answer.
 */
export async function serveFolder(folder, headers = {}) {
  /** @type {string[]} */
  const asked = [];
  const served = { folder };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here/');
    asked.push(pathname);
    const file = join(served.folder, normalize(pathname === '/' ? '/index.html' : pathname));
    try {
      const content = readFileSync(file);
      response.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    /** Every path that was asked for, in order. */
    asked,
    /** Serves another folder from now on. @param {string} folder */
    move(folder) {
      served.folder = folder;
    },
    /** Answers nobody any more. */
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
