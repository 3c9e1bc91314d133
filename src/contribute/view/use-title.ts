import type { RefObject } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { Outline } from './outline.ts';

/** Sets the title of the document and moves the focus to the heading of what is shown; not when the page opens. */
export function useTitle(title: string, wrong = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t, siteName, opened } = useContext(Outline);
  useEffect(() => {
    const page = t('page.title', { page: title, site: siteName });
    document.title = wrong ? t('form.errorTitle', { title: page }) : page;
  }, [title, wrong]);
  useEffect(() => {
    if (opened.current) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    opened.current = true;
  }, []);
  return heading;
}
