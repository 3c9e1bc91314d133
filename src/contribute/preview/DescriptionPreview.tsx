import { useEffect, useState } from 'preact/hooks';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { type LanguageMap, pickText } from '../../i18n/localized.ts';
import type { Translator } from '../../i18n/t.ts';

interface Props {
  readonly text: LanguageMap;
  readonly languages: readonly string[];
  readonly t: Translator;
}

/** The description as its page renders it: by the same Markdown, with the same list of what it may hold. */
export function DescriptionPreview({ text, languages, t }: Props) {
  const picked = pickText(text, t.lang, languages);
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    if (picked === undefined) return;
    import('../../site/markdown.ts').then(({ renderMarkdown }) => setHtml(renderMarkdown(picked.text)));
  }, [picked?.text]);
  if (picked === undefined || html === undefined) return null;
  return (
    <>
      <p class="form-preview-title">{t('project.about')}</p>
      <div
        class="prose"
        {...languageAttributes(picked.lang === t.lang ? undefined : picked.lang)}
        // Rendered by what renders the page, which drops all HTML that is not of its own.
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
}
