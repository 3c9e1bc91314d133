import { render } from 'preact';
import { z } from 'zod';
import { createTranslator } from '../../i18n/t.ts';
import { App } from './App.tsx';
import { Outline } from './outline.ts';
import { readPageData } from './page-data.ts';

// Before any schema is used: the page's policy lets no program be made from text.
z.config({ jitless: true });

/** Puts the form in the place of what the page says without it. */
export function startForm(root: HTMLElement): void {
  const page = readPageData(document);
  const outline = { t: createTranslator(page.lang, page.strings), siteName: page.siteName, opened: { current: false } };
  root.replaceChildren();
  render(
    <Outline.Provider value={outline}>
      <App page={page} />
    </Outline.Provider>,
    root,
  );
}
