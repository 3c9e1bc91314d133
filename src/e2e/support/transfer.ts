import type { Page, Request, Response } from '@playwright/test';

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

/** The scripts that a page loads, from the first on. */
export class Scripts {
  readonly #answers: Response[] = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') this.#answers.push(response);
    });
  }

  /** Bytes so far: bodies as sent, and as they are. `told` says them to people. */
  async sum(): Promise<{ sent: number; told: string }> {
    const sizes = await Promise.all(
      this.#answers.map(async (answer) => ({
        sent: (await answer.request().sizes()).responseBodySize,
        raw: (await answer.body()).length,
      })),
    );
    const sum = (key: 'sent' | 'raw') => sizes.reduce((total, size) => total + size[key], 0);
    const told = `${kilobytes(sum('sent'))} sent, ${kilobytes(sum('raw'))} raw, ${sizes.length} files`;
    return { sent: sum('sent'), told };
  }
}

/** Bytes as people read them: 1 KB is 1,000 bytes. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
