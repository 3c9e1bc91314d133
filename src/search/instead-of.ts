/**
 * "Alternative to X", "X replacement", "remplacer X", "à la place de X": asks for what can be used instead of a
 * product. The words that ask so are removed; the rest is looked for among the products that projects replace first.
 */
const QUALITY = '(?:open[- ]source|free|libre|self[- ]hosted|gratuite?|souveraine?|europ[eé]ene?n?e?|ouverte?)s?';

/** Each stands before the product. Small words that follow ("to", "de") are stop words anyway. */
const BEFORE = [
  `(?:${QUALITY} )*(?:alternatives?|replacements?|substitutes?|equivalents?)(?: ${QUALITY})* (?:to|for|of)`,
  'instead of',
  'in place of',
  'replac(?:e|es|ing)',
  'similar to',
  '(?:switch|switching|migrate|migrating|move|moving) (?:away )?from',
  `(?:${QUALITY} )*(?:alternatives?|[eé]quivalents?|remplacements?|remplaçants?|rempla[cç]antes?)(?: ${QUALITY})* (?:[aà]|aux?|de|du|des|pour)(?: la| le| les)?`,
  '(?:en )?remplacement (?:de|du|des|pour)',
  'remplacer',
  '[aà] la place(?: (?:de|du|des))?',
  'au lieu(?: (?:de|du|des))?',
  'se passer(?: (?:de|du|des))?',
  'plut[oô]t que',
  '(?:eine )?alternative (?:zu|f[uü]r)',
  '(?:anstelle|anstatt|statt|ersatz)(?: von| f[uü]r)?',
  '(?:alternativas?|alternative) (?:a|al|ao|para|per)',
  '(?:en lugar|en vez|em vez|al posto|invece) (?:de|del|do|di)',
  '(?:reemplazar|sustituir|substituir|sostituire|vervangen)',
  '(?:alternatief|vervanging) voor',
  'in plaats van',
];
/** Each stands after the product. */
const AFTER = ['(?:alternatives?|replacements?|substitutes?|equivalents?)', 'vervangen', 'ersetzen'];

const ASKS = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:(?:${BEFORE.join('|')})(?=[\\s"«“]+\\S)|(?<=\\S\\s+)(?:${AFTER.join('|')})\\s*[?!.]*$)`,
  'giu',
);

/** @returns what remains when the words that ask for a replacement are removed; undefined when there are none */
export function productAskedFor(typed: string): string | undefined {
  const rest = typed.replace(ASKS, ' ');
  return rest === typed || rest.trim() === '' ? undefined : rest.trim();
}
