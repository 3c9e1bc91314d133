/**
 * Words that say nothing about a project. They stay out of the index and, next to other words, out of queries: "carte
 * de santé" would otherwise ask for every word that begins with "de", and an unknown word like "lezard" would be
 * answered with all records that have "le", its longest known beginning. A language without a list works, less well.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  de: 'am an auf aus bei das dem den der des die ein eine einem einen einer es für im in ist mit nach oder sie sind über um und von vom zu zum zur',
  en: 'a an and are as at be by for from has have in into is it its of on or that the their them they this to was we were which who will with you your',
  es: 'a al con de del el en es la las los lo más o para por que se sin su sus un una unas unos y',
  fr: 'a à au aux avec ce ces cette dans de des du elle elles en est et il ils la le les leur leurs ou où par pas pour qu que qui sa sans se ses son sont sous sur un une vos votre vous y',
  it: 'a ai al alla alle che con da dal dalla dei del della delle di e è gli i il in la le lo nel nella o per più si su tra un una',
  nl: 'aan als bij dat de die door een en het in is met naar of om op te tot uit van voor zijn',
  pt: 'a ao aos as com da das de do dos e é em na nas no nos o os ou para pela pelo por que se sem sua suas um uma',
};

/** The stop words for texts in a language. English belongs to each: names and summaries of other languages stand there too. */
export function stopWordsOf(lang: string): ReadonlySet<string> {
  const own = STOP_WORDS[lang.split('-')[0] ?? ''] ?? '';
  return new Set([...own.split(' '), ...(STOP_WORDS['en'] ?? '').split(' ')]);
}
