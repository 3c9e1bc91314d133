import type { HtmlElement } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { directionOf } from '../../i18n/format.ts';
import { attribute, type BuiltPage, faultsOf, pagesOf, textsOf } from './pages.ts';

const words = (element: HtmlElement | null) =>
  element === null ? '' : element.textContent.replace(/\s+/g, ' ').trim();

describe.each(['main', 'arabic', 'empty', 'bare'])('every page of the site “%s”', async (name) => {
  const pages = await pagesOf(name);

  test('has one h1, and skips no level of heading', () => {
    const levels = ({ root }: BuiltPage) =>
      root.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
    const faults = faultsOf(pages, (page) => {
      const found = levels(page);
      const single = found.filter((level) => level === 1).length === 1;
      const steps = found.every((level, index) => level <= (found[index - 1] ?? 0) + 1);
      return single && steps ? [] : [found.join(' ')];
    });
    expect(faults).toEqual([]);
  });

  test('says its language and direction', () => {
    const faults = faultsOf(pages, ({ root, lang }) => {
      const said = attribute(root, 'lang');
      if (said === undefined || (lang !== undefined && said !== lang)) return [`lang=${said}`];
      return attribute(root, 'dir') === directionOf(said) ? [] : [`dir=${attribute(root, 'dir')}`];
    });
    expect(faults).toEqual([]);
  });

  test('gives text of another direction its direction', () => {
    const turned = (element: HtmlElement, direction: string): string[] => {
      const lang = attribute(element, 'lang');
      const own = attribute(element, 'dir') ?? direction;
      const wrong = lang !== undefined && directionOf(lang) !== own && !element.is('bdi') && !onlyIsolated(element);
      const children = element.childElements.flatMap((child) => turned(child, own));
      return wrong
        ? [`${element.tagName} lang=${lang} dir=${own}: ${words(element).slice(0, 60)}`, ...children]
        : children;
    };
    expect(faultsOf(pages, ({ root }) => turned(root, attribute(root, 'dir') ?? ''))).toEqual([]);
  });

  test('has a title of its own among the pages of its language', () => {
    const titles = Map.groupBy(
      pages.filter(({ lang }) => lang !== undefined),
      ({ root, lang }) => `${lang}: ${words(root.querySelector('title'))}`,
    );
    // Two records of one kind may bear one name; that is theirs to decide.
    const kindOf = ({ file }: BuiltPage) => /^[^/]+\/(\w+)\/[^/]+\/[^/]+\/index\.html$/.exec(file)?.[1] ?? file;
    const shared = [...titles].filter(([, same]) => same.length > 1 && new Set(same.map(kindOf)).size > 1);
    expect(shared.map(([title, same]) => [title, ...same.map(({ file }) => file)])).toEqual([]);
    expect([...titles.keys()].filter((title) => /^\S+: $/.test(title))).toEqual([]);
  });

  test('has a description', () => {
    const faults = faultsOf(pages, ({ root }) => {
      const [meta, ...more] = root.querySelectorAll('meta[name="description"]');
      const content = meta === undefined ? '' : (attribute(meta, 'content') ?? '');
      return content.trim().length >= 15 && more.length === 0 ? [] : [`description: “${content}”`];
    });
    expect(faults).toEqual([]);
  });

  test('prints no value that a program lost', () => {
    const LOST = /\bundefined\b|\[object \w+\]|\bNaN\b|\bnull\b|\{\w+\}/;
    const faults = faultsOf(pages, ({ root }) => [
      ...textsOf(root)
        .filter(({ text, parent }) => LOST.test(text) && !parent.is('code') && !isHostile(text))
        .map(({ text }) => text),
      ...root
        .querySelectorAll('[href], [title], [aria-label], [content], [datetime]')
        .flatMap((element) =>
          ['href', 'title', 'aria-label', 'content', 'datetime'].map((key) => attribute(element, key)),
        )
        .filter((value): value is string => value !== undefined && LOST.test(value) && !isHostile(value)),
    ]);
    expect(faults).toEqual([]);
  });
});

/** True where everything in an element stands in `bdi`, which finds its direction by itself. */
function onlyIsolated(element: HtmlElement): boolean {
  return textsOf(element).every(({ parent }) => parent.closest('bdi') !== null);
}

/** The fixture's name of a record that tries what a template could take for its own. */
function isHostile(text: string): boolean {
  return text.includes('<script>alert(1)</script>');
}
