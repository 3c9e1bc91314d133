import type { IncomingMessage } from 'node:http';

/** The path that a browser asks the development server for. Vite takes the base path off before it hands the request on. */
export function askedPath(request: IncomingMessage & { readonly originalUrl?: string | undefined }): string {
  return new URL(request.originalUrl ?? request.url ?? '/', 'http://localhost').pathname;
}
