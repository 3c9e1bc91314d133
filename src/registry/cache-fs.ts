import { hash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ParsedFile } from './parse.ts';

type Clean = Pick<ParsedFile, 'data' | 'body' | 'bodyOffset' | 'hash'>;

interface Header {
  readonly fingerprint: string;
  readonly sha256: string;
}

/**
 * Parsed files by the hash of their bytes, so that an unchanged file is not parsed again. Only files without findings are kept. The cache
 * file is one header line and one JSON body whose SHA-256 the header holds; whatever does not match in every part counts as absent.
 */
export class ParseCache {
  readonly #path: string | undefined;
  readonly #fingerprint: string;
  readonly #stored: Readonly<Record<string, Clean>>;
  readonly #used: Record<string, Clean> = {};
  #changed = false;

  constructor(path: string | undefined, fingerprint: string) {
    this.#path = path;
    this.#fingerprint = fingerprint;
    this.#stored = path === undefined ? {} : read(path, fingerprint);
  }

  /** What `parse` yields for these bytes, from the cache where it holds it. */
  parsed(role: string, bytes: Uint8Array, parse: () => ParsedFile): ParsedFile {
    if (this.#path === undefined) return parse();
    const key = `${role}:${hash('sha256', bytes, 'base64url')}`;
    const stored = Object.hasOwn(this.#stored, key) ? this.#stored[key] : undefined;
    if (stored !== undefined) {
      this.#used[key] = stored;
      return { findings: [], ...stored };
    }
    const result = parse();
    this.#changed = true;
    if (result.findings.length === 0 && result.data !== undefined) {
      const { findings: _, ...clean } = result;
      this.#used[key] = clean;
    }
    return result;
  }

  /** Writes what was used, where it differs from what is stored. A cache that cannot be written is no fault. */
  save(): void {
    const same = !this.#changed && Object.keys(this.#used).length === Object.keys(this.#stored).length;
    if (this.#path === undefined || same) return;
    const body = Buffer.from(JSON.stringify(this.#used));
    const header: Header = { fingerprint: this.#fingerprint, sha256: hash('sha256', body) };
    const partial = `${this.#path}.${process.pid}`;
    try {
      mkdirSync(join(this.#path, '..'), { recursive: true });
      writeFileSync(partial, `${JSON.stringify(header)}\n`);
      appendFileSync(partial, body);
      renameSync(partial, this.#path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (existsSync(partial)) rmSync(partial);
    }
  }
}

function read(path: string, fingerprint: string): Record<string, Clean> {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as Partial<Header>;
    const body = bytes.subarray(end + 1);
    if (header.fingerprint !== fingerprint || header.sha256 !== hash('sha256', body)) return {};
    return JSON.parse(body.toString('utf8')) as Record<string, Clean>;
  } catch {
    // Absent, cut short or not ours: the files themselves are the truth.
    return {};
  }
}

/** Changes whenever the program could read a file differently: its schema, its parser, and the libraries under them. */
export function programFingerprint(project: string): string {
  const files = [
    ...filesIn(join(project, 'src/schema'), '.ts'),
    ...filesIn(join(project, 'src/registry'), '.ts'),
    ...filesIn(join(project, 'src/rules'), 'shape-rules.ts'),
    join(project, 'package-lock.json'),
  ];
  return hash('sha256', files.map((name) => (existsSync(name) ? hash('sha256', readFileSync(name)) : name)).join('\n'));
}

/** The files of a folder whose names end so, in order; none where there is no such folder. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.toSorted().map((name) => join(folder, name));
}

/** Where the cache of a registry folder stands: beside the installed packages, which git ignores and `npm ci` clears. */
export function cachePath(project: string, root: string): string | undefined {
  const modules = join(project, 'node_modules');
  if (!existsSync(modules)) return undefined;
  return join(modules, '.cache/public-square', `${hash('sha256', root).slice(0, 16)}.json`);
}
