import type { Page, Request } from '@playwright/test';

/** What a visit has moved over the wire: heads and bodies of the answers, as compressed. */
export class Transfer {
  readonly #requests: Request[] = [];

  constructor(page: Page) {
    page.on('requestfinished', (request) => this.#requests.push(request));
  }

  /** Bytes since the last call; `scripts` counts what was run as a program. */
  async take(): Promise<{ bytes: number; scripts: number; files: readonly string[] }> {
    const taken = this.#requests.splice(0);
    const sizes = await Promise.all(taken.map((request) => request.sizes()));
    return {
      bytes: sizes.reduce((sum, size) => sum + size.responseHeadersSize + size.responseBodySize, 0),
      scripts: taken.filter((request) => request.resourceType() === 'script').length,
      files: taken.map((request, index) => `${sizes[index]?.responseBodySize} ${new URL(request.url()).pathname}`),
    };
  }
}

/** Bytes as people read them: 1 KB is 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
