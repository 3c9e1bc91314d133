import type { ComponentChildren } from 'preact';
import { formatList, languageName } from '../../i18n/format.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { type LanguageMap, pickText } from '../../i18n/localized.ts';
import type { Translator } from '../../i18n/t.ts';
import { type Card, factParts, SEPARATOR, stampParts } from '../../search/card.ts';
import type { Fact } from '../../site/fact.ts';
import type { Name } from '../../site/names.ts';
import type { StampFacts } from '../../site/stamp.ts';

/** The markup of components/search/ResultCard.astro, for the browser. */
export function CardPreview({ card }: { card: Card }) {
  return (
    <li>
      <span class="tab" aria-hidden="true">
        {card.code.toUpperCase()}
      </span>
      <div>
        <h3>
          <bdi class="form-preview-link" {...languageAttributes(card.nameLang)}>
            {card.name}
          </bdi>{' '}
          <Stamp parts={stampParts(card)} calm={card.calm} />
        </h3>
        {card.summary !== '' && (
          <p>
            <bdi {...languageAttributes(card.summaryLang)}>{card.summary}</bdi>
            {card.onlyIn !== undefined && <span class="only-in">{card.onlyIn}</span>}
          </p>
        )}
        <p class="facts">
          {factParts(card).map(({ text, lang }, index) => (
            <>
              {index > 0 && SEPARATOR}
              <bdi {...languageAttributes(lang)}>{text}</bdi>
            </>
          ))}
        </p>
        {card.usage !== undefined && <p class="facts">{card.usage}</p>}
      </div>
    </li>
  );
}

/** The markup of components/Stamp.astro, for the browser. */
function Stamp({ parts, calm }: { parts: readonly string[]; calm: boolean }) {
  return (
    <span class={`stamp${calm ? ' stamp-calm' : ''}`}>
      {parts.map((part, index) => (
        <>
          {index > 0 && SEPARATOR}
          <span>{part}</span>
        </>
      ))}
    </span>
  );
}

interface HeadProps {
  readonly name: Name;
  readonly stamp?: StampFacts;
  readonly summary: LanguageMap;
  readonly languages: readonly string[];
  readonly t: Translator;
  readonly children?: ComponentChildren;
}

/** What a record's page opens with. */
export function HeadPreview({ name, stamp, summary, languages, t, children }: HeadProps) {
  const picked = pickText(summary, t.lang, languages);
  const others = Object.keys(summary).map((tag) => languageName(tag, t.lang));
  return (
    <>
      <p class="form-preview-name">
        <bdi {...languageAttributes(name.lang)}>{name.text}</bdi>
      </p>
      {stamp !== undefined && (
        <p>
          <Stamp parts={stamp.parts} calm={stamp.tone === 'calm'} />
        </p>
      )}
      {picked !== undefined && (
        <p class="lead">
          <bdi {...languageAttributes(picked.lang === t.lang ? undefined : picked.lang)}>{picked.text}</bdi>
          {picked.foreign && <span class="only-in">{t('text.onlyIn', { languages: formatList(others, t.lang) })}</span>}
        </p>
      )}
      {children}
    </>
  );
}

/** The markup of components/FactsTable.astro, for the browser; addresses are not opened from here. */
export function FactsPreview({ caption, facts, t }: { caption: string; facts: readonly Fact[]; t: Translator }) {
  return (
    <table class="facts-table">
      <caption>{caption}</caption>
      <tbody>
        {facts.map(({ label, answer, text, lang, code, links = [] }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <div class="fact">
                <span>
                  {answer !== undefined && (
                    <span class={answer === 'yes' || answer === 'partly' || answer === 'no' ? answer : 'unstated'}>
                      {t(`answer.${answer}`) + (text ? t('punctuation.listSeparator').trim() : '')}{' '}
                    </span>
                  )}
                  {text !== '' && <bdi {...languageAttributes(lang)}>{text}</bdi>}{' '}
                  {code !== undefined && <code class="soft">{code}</code>}
                  {links.map((link, index) => (
                    <>
                      {(index > 0 || text !== '') && SEPARATOR}
                      <bdi {...languageAttributes(link.lang)}>{link.text}</bdi>
                    </>
                  ))}
                </span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
