import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { locateFindings } from '../../../src/registry/parse.ts';
import { parseLogoFile } from '../../../src/registry/parse-theme.ts';
import { RULES_BY_ID } from '../../../src/rules/index.ts';
import { judgeLogo, logo as rule } from '../../../src/rules/logo.ts';
import type { Finding } from '../../../src/rules/rule.ts';
import type { CopyPlan } from '../../../src/setup/plan-copy.ts';
import { formatTheme, parseTheme } from '../../../src/styles/theme.ts';
import { logoFile } from '../../../src/styles/theme-values.ts';
import { visible } from '../excerpt.ts';
import { UsageError } from '../exit-code.ts';

/** Where a theme expects the picture, inside the registry folder. */
export const LOGO_FILE = 'logo.svg';

/**
 * The text of a logo from a file anywhere, with the line ends that the registry has. Throws a {@link UsageError} where there is none, and for
 * what the rule `logo` takes for more than a small picture.
 */
export function readLogoOption(stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined;
  const bytes = readIn(stated);
  if (bytes[0] === 0x89 && bytes.toString('latin1', 1, 4) === 'PNG')
    throw new UsageError(
      `--logo: ${visible(stated)} is a PNG, and this takes an SVG. A PNG is put into the registry folder by hand, as logo.png, and theme.css says --logo: url("logo.png").`,
    );
  // Drawing programs write the line ends of their system; the registry has one kind.
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const isUtf8 = Buffer.from(bytes.toString('utf8')).equals(bytes);
  refuseFaults(stated, isUtf8 ? Buffer.from(text) : bytes, text);
  return text;
}

function readIn(file: string): Buffer {
  try {
    return readFileSync(resolve(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--logo: ${visible(file)} cannot be read (${visible(reason)}).`);
  }
}

function refuseFaults(file: string, bytes: Uint8Array, text: string): void {
  const faults: Finding[] = [...parseLogoFile(file, 'svg', bytes).findings];
  if (faults.length === 0) judgeLogo({ file, svg: text }, (found) => faults.push({ rule: rule.id, ...found }));
  const [issue] = locateFindings(faults, RULES_BY_ID, () => text);
  if (issue === undefined) return;
  const { line, col, message, hint = RULES_BY_ID.get(issue.rule)?.doc.mend ?? '' } = issue;
  throw new UsageError(`--logo: ${visible(`${file}:${line}:${col} ${message} ${hint}`)}`);
}

/** The text of a theme.css that shows the logo: the one that is asked for, or else the one that is there. */
export function themeWithLogo(theme: string | undefined, before: string | undefined): string {
  const text = theme ?? before ?? '';
  const { values } = parseTheme(text);
  return logoFile(values.logo) === LOGO_FILE ? text : formatTheme({ ...values, logo: `url("${LOGO_FILE}")` });
}

/** A plan with the logo in it. @param before the one that is there */
export function withLogo(plan: CopyPlan, logo: string | undefined, before: string | undefined): CopyPlan {
  if (logo === undefined || logo === before) return plan;
  return {
    ...plan,
    files: new Map([...plan.files, [LOGO_FILE, logo]]),
    replaced: before === undefined ? plan.replaced : [...plan.replaced, LOGO_FILE],
  };
}
