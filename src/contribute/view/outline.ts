import { createContext } from 'preact';
import type { Translator } from '../../i18n/t.ts';

interface PageOutline {
  readonly t: Translator;
  readonly siteName: string;
  /** True once something was shown: from then on, what comes takes the focus. */
  readonly opened: { current: boolean };
}

/** What titles are made with. */
export const Outline = createContext<PageOutline>({
  t: Object.assign(() => '', { parts: () => [], lang: 'en' }),
  siteName: '',
  opened: { current: false },
});
