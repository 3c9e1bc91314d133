import { directionOf } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/t.ts';
import { type Card, factParts, SEPARATOR, stampParts } from '../card.ts';
import { WORDS } from '../fold.ts';
import { isFound } from '../query.ts';
import { create, part } from './elements.ts';

/** How many names and keywords a card gives as the reason why it was found. */
const MOST_REASONS = 3;

/** Fills a copy of the page's own card: the markup is written once, in ResultCard.astro. */
export function drawCard(template: HTMLTemplateElement, card: Card, asked: readonly string[], t: Translator): Node {
  const copy = document.importNode(template.content, true);
  const get = (name: string): HTMLElement => part(copy, `[data-part=${name}]`, HTMLElement);
  const link = part(copy, 'a', HTMLAnchorElement);
  link.href = card.url;
  get('code').textContent = card.code.toUpperCase();
  get('status').classList.toggle('stamp-calm', card.calm);
  get('status').replaceChildren(
    ...stampParts(card).flatMap((text, index) => [...(index > 0 ? [SEPARATOR] : []), create('span', {}, text)]),
  );
  setLanguage(link, card.nameLang);
  setLanguage(get('summary'), card.summaryLang);
  const marked = [
    fill(get('name'), card.name, asked),
    fill(get('summary'), card.summary, asked),
    fillFacts(get('facts'), card, asked),
    fill(get('usage'), card.usage ?? '', []),
  ];
  fill(get('onlyIn'), card.onlyIn ?? '', []);
  fill(get('alsoIn'), card.alsoIn ?? '', []);
  const shown = asked.length === 0 || marked.includes(true);
  fill(get('matched'), shown ? '' : reason(card, asked, t), asked);
  return copy;
}

/** Why a card was found that shows none of the words. */
function reason(card: Card, asked: readonly string[], t: Translator): string {
  const terms = (card.terms ?? []).filter((term) => (term.match(WORDS) ?? []).some((word) => matches(word, asked)));
  if (terms.length === 0) return t('search.matchedText');
  return t('search.matchedTerms', { terms: terms.slice(0, MOST_REASONS).join(SEPARATOR) });
}

/** Sets a text with the words asked for marked; an element without text leaves. Tells whether anything was marked. */
function fill(element: HTMLElement, text: string, asked: readonly string[]): boolean {
  if (text === '') {
    element.remove();
    return false;
  }
  let end = 0;
  let found = false;
  element.replaceChildren();
  for (const word of text.matchAll(WORDS)) {
    if (!matches(word[0], asked)) continue;
    element.append(text.slice(end, word.index), create('mark', {}, word[0]));
    end = word.index + word[0].length;
    found = true;
  }
  element.append(text.slice(end));
  return found;
}

/** Sets the line of facts, each fact with its language; without any it leaves. Tells whether anything was marked. */
function fillFacts(line: HTMLElement, card: Card, asked: readonly string[]): boolean {
  const facts = factParts(card).map(({ text, lang }) => {
    const element = create('bdi', {});
    setLanguage(element, lang);
    return { element, marked: fill(element, text, asked) };
  });
  if (facts.length === 0) line.remove();
  else line.replaceChildren(...facts.flatMap(({ element }, index) => [...(index > 0 ? [SEPARATOR] : []), element]));
  return facts.some(({ marked }) => marked);
}

const matches = (word: string, asked: readonly string[]): boolean => asked.some((one) => isFound(word, one));

function setLanguage(element: HTMLElement, lang: string | undefined): void {
  if (lang === undefined) return;
  element.lang = lang;
  element.dir = directionOf(lang);
}
