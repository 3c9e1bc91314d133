import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

export interface ServedSite {
  /** Where the site answers, with its base path. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site on the loopback interface as a static host would: under its base path, compressed, with its 404 page.
 * @param port 0 for any free one; where the wanted one is taken, the next free one is used
 */
export async function serveSite(folder: string, base: string, port: number): Promise<ServedSite> {
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  const files = sirv(folder, { dev: true, etag: true, setHeaders: setType });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(base)) {
      response.writeHead(path === '/' ? 302 : 404, path === '/' ? { location: base } : {}).end();
      return;
    }
    request.url = path.slice(base.length - 1);
    compress(request, response, () => files(request, response, () => notFound(response)));
  });
  // Sent without sirv, which answers 200 with whatever file it has.
  const page = join(folder, '404.html');
  const notFound = (response: ServerResponse) => {
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
    response.end(existsSync(page) ? readFileSync(page) : '');
  };
  const used = await listen(server, port);
  return { url: `http://localhost:${used}${base}`, close: () => close(server) };
}

/** What sirv does not know, or says without the character set that browsers then guess. */
const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv;charset=utf-8',
  '.jsonl': 'application/jsonl;charset=utf-8',
};

function setType(response: ServerResponse, path: string): void {
  const type = TYPES[extname(path)];
  if (type !== undefined) response.setHeader('Content-Type', type);
}

const MORE_PORTS = 50;

async function listen(server: Server, port: number): Promise<number> {
  for (let attempt = port; ; attempt++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(attempt, '127.0.0.1', () => resolve(undefined));
    });
    server.removeAllListeners('error');
    if (error === undefined) break;
    if (error.code !== 'EADDRINUSE' || port === 0 || attempt > port + MORE_PORTS) throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
