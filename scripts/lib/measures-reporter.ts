import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints at the end what the browser tests measured and counted: their annotations `measured` and `counted`. */
// biome-ignore lint/style/noDefaultExport: Playwright takes the default export.
export default class MeasuresReporter implements Reporter {
  readonly #measured: string[] = [];
  readonly #counted = new Map<string, number>();

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description = '' } of annotations) {
      if (type === 'measured') this.#measured.push(description);
      // "312 axe runs"
      const [, number, what] = /^(\d+) (.+)$/.exec(type === 'counted' ? description : '') ?? [];
      if (number && what) this.#counted.set(what, (this.#counted.get(what) ?? 0) + Number(number));
    }
  }

  onEnd(): void {
    const lines = [...this.#counted].map(([what, number]) => `${number} ${what}`).concat(this.#measured);
    if (lines.length > 0)
      console.log(
        `\nIn the browser:\n${lines
          .toSorted()
          .map((line) => `  ${line}`)
          .join('\n')}`,
      );
  }

  printsToStdio(): boolean {
    return false;
  }
}
