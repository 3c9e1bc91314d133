import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import type { Palette } from '../styles/contrast.ts';
import { SOCIAL_HEIGHT, SOCIAL_WIDTH, type SocialCard } from './card.ts';
import { FONT_FILES } from './fonts.ts';
import { layoutOf } from './layout.ts';

/** As many at once: each waits for a thread of the renderer, and the pages are rendered at the same time. */
const AT_ONCE = 2;

/**
 * Draws cards as PNG files, by path, into a folder that keeps them for the next build: a card that was drawn before is not drawn again, one
 * that no page has any more is removed.
 * @param modules the installed packages, with fonts and renderer
 * @returns the file of each picture
 */
export async function drawCards(
  cards: ReadonlyMap<string, SocialCard>,
  palette: Palette,
  modules: string,
  folder: string,
): Promise<Map<string, string>> {
  const cache = usableFolder(folder);
  const fonts = FONT_FILES.map((font) => ({ ...font, data: readFileSync(join(modules, font.file)) }));
  const tools = hash('sha256', [rendererVersion(modules), ...fonts.map(({ data }) => hash('sha256', data))].join());
  const known = new Set(readdirSync(cache));
  const files = new Map<string, string>();
  const missing = new Map<string, Node>();
  for (const [path, card] of cards) {
    const layout = layoutOf(card, palette);
    const name = `${hash('sha256', tools + JSON.stringify(layout)).slice(0, 32)}.png`;
    files.set(path, join(cache, name));
    if (!known.delete(name)) missing.set(join(cache, name), layout);
  }
  for (const stale of known) rmSync(join(cache, stale), { force: true });
  if (missing.size === 0) return files;
  const renderer = await rendererWith(fonts);
  const queue = missing.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [file, layout] of queue) await draw(renderer, layout, file);
    }),
  );
  return files;
}

async function draw(renderer: Renderer, layout: Node, file: string): Promise<void> {
  const png = await renderer.render(layout, { width: SOCIAL_WIDTH, height: SOCIAL_HEIGHT, format: 'png' });
  // Beside it and renamed: a file that is there is whole.
  writeFileSync(`${file}.new`, png);
  renameSync(`${file}.new`, file);
}

async function rendererWith(fonts: readonly ((typeof FONT_FILES)[number] & { data: Buffer })[]): Promise<Renderer> {
  const renderer = new Renderer();
  for (const { family, weight, data, ranges } of fonts)
    await renderer.registerFont({ name: family, weight, data, unicodeRange: [...ranges] });
  return renderer;
}

function rendererVersion(modules: string): string {
  return readFileSync(join(modules, '@takumi-rs/core/package.json'), 'utf8');
}

/** The folder, or one of the system's where it cannot be made: then nothing is kept for the next build. */
function usableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return mkdtempSync(join(tmpdir(), 'public-square-social-'));
  }
}
