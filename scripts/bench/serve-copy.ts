import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publish } from '../../src/federation/publish.ts';
import { sha256 } from '../../src/federation/sha256-node.ts';
import type { Registry } from '../../src/schema/registry.ts';

/** A copy of the registry on this machine, as a static host serves it. */
export interface ServedCopy {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  /** Publishes a state of it. */
  readonly publish: (registry: Registry, commits: number) => void;
  /** How often it was asked since this was last called. */
  readonly asked: () => number;
  readonly close: () => void;
}

export const COPY_URL = 'https://copy.example.org/';

/** Serves nothing until something is published. */
export async function serveCopy(): Promise<ServedCopy> {
  let served: ReadonlyMap<string, Uint8Array> = new Map();
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const bytes = served.get(String(request.url).slice(1));
    if (bytes === undefined) return void response.writeHead(404).end();
    const etag = `"${sha256(bytes).slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (registry, commits) => {
      served = filesOf(registry, commits);
    },
    asked: () => {
      const count = requests;
      requests = 0;
      return count;
    },
    close: () => server.close(),
  };
}

function filesOf(registry: Registry, commits: number): ReadonlyMap<string, Uint8Array> {
  const state = { url: COPY_URL, contributePage: COPY_URL, commit: '', date: '2026-01-01', commits };
  const publication = publish(registry, state, sha256);
  if ('problem' in publication) throw new Error(`cannot be published: ${publication.problem} ${publication.found}`);
  return new Map(publication.files.map(({ path, bytes }) => [path, bytes]));
}
