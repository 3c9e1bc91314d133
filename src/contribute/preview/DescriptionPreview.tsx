import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { type LanguageMap, pickText } from '../../i18n/localized.ts';
import type { Translator } from '../../i18n/t.ts';

interface Props {
  readonly text: LanguageMap;
  readonly languages: readonly string[];
  readonly t: Translator;
}

/** The description as its page renders it: by the same Markdown, with the same elements. */
export function DescriptionPreview({ text, languages, t }: Props) {
  const picked = pickText(text, t.lang, languages);
  const [nodes, setNodes] = useState<ComponentChild[]>();
  useEffect(() => {
    if (picked === undefined) return;
    import('./markdown-nodes.ts').then(({ markdownNodes }) => setNodes(markdownNodes(picked.text)));
  }, [picked?.text]);
  if (picked === undefined || nodes === undefined) return null;
  return (
    <>
      <p class="form-preview-title">{t('project.about')}</p>
      <div class="prose" {...languageAttributes(picked.lang === t.lang ? undefined : picked.lang)}>
        {nodes}
      </div>
    </>
  );
}
