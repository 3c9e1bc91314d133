import { foldWord } from './fold.ts';

/**
 * Words that say nothing about a project. They stay out of the index and, next to other words, out of queries: "carte
 * de santé" would otherwise ask for every word that begins with "de". The lists of all languages count everywhere,
 * since a record has texts in several and people search in another language than the page's. A word that means
 * something in another of these languages ("door") is left out.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  de: 'am an auf aus bei das dem den der des die ein eine einem einen einer es für im in ist mit nach oder sie sind über um und von vom zu zum zur',
  en: 'a an and are as at be by for from has have in into is it its of on or that the their them they this to was we were which who will with you your',
  es: 'a al con de del el en es la las los lo más o para por que se sin su sus un una unas unos y',
  fr: 'a à au aux avec ce ces cette dans de des du elle elles en est et il ils la le les leur leurs ou où par pas pour qu que qui sa sans se ses son sont sous sur un une vos votre vous y',
  it: 'a ai al alla alle che con da dal dalla dei del della delle di e è gli i il in la le lo nel nella o per più si su tra un una',
  nl: 'aan als bij dat de die een en het in is met naar of om op te tot uit van voor zijn',
  pt: 'a ao aos as com da das de do dos e é em na nas no nos o os ou para pela pelo por que se sem sua suas um uma',
};

/** What people say around a query that is a sentence: "how can we …", "je cherche …". */
const ASKING: Readonly<Record<string, string>> = {
  en: 'about allow allows any can could do does each else enable get give gives how i if let lets like looking me my need needs not other others our please search searching see should show so some something such than there these those use used uses using want wants what when where whether why would wish',
  fr: 'avoir avons besoin cherche cherchons chercher comment donner être faire fait font faut il j je mes mon ma nos notre nous on permet permettant permettre peut peuvent peux pouvoir quel quelle quelles quels quelque quoi recherche rechercher souhaite souhaitons si tout tous toute toutes trouver tu ta tes ton utilise utilisent utiliser veut veux voir combien voudrait voudrais voulons',
};

/**
 * Words that nearly every project could be described by. They help to rank, but no project is left out for want of
 * them: "logiciel d'état civil" is about civil registration.
 */
const WEAK_WORDS: Readonly<Record<string, string>> = {
  en: 'administration administrations app application applications apps authority authorities citizen citizens code countries country framework free government governmental governments national official online people platform platforms program programme programmes programs project projects public resident residents service services site sites software solution solutions system systems tool tools web website websites create creating keep manage managing make making help helps build building take taking run running provide handle together new show shows publish local city cities town towns municipality municipalities municipal council councils',
  fr: 'administration administrations agents appli application applications applis citoyen citoyenne citoyennes citoyens code gouvernement gouvernements gratuit gratuite habitant habitants international internet libre libres ligne logiciel logiciels national nationale numérique numériques officiel officielle outil outils pays plateforme plateformes programme programmes projet projets public publics publique publiques service services site sites solution solutions système systèmes usager usagers web prendre mettre mise place gérer créer aider rendre obtenir suivre tenir organiser partir plusieurs nouveau nouvelle publier afficher local locale locaux locales ville villes commune communes mairie mairies municipalité municipal municipale collectivité collectivités',
};

/** Folded as {@link foldWord} does: lower case, without marks. */
function wordsOf(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(lists).flatMap((list) => list.split(' ').map(foldWord)));
}

const stopWords = wordsOf(STOP_WORDS);
const asking = wordsOf(ASKING);
const weakWords = wordsOf(WEAK_WORDS);

/** Whether a word says nothing of what is sought. */
export const isStopWord = (folded: string): boolean => stopWords.has(folded);
/** Whether a word only asks, as "where" or "find". */
export const isAsking = (folded: string): boolean => asking.has(folded);
/** Whether a word says little, as it is in most records. */
export const isWeakWord = (folded: string): boolean => weakWords.has(folded);
/** Two words that are weak together, as in "open source forms"; "open data" is something else. */
export const isWeakPair = (folded: string, next: string): boolean => folded === 'open' && next === 'source';
