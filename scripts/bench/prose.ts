import type { Random } from './random.ts';

interface Words {
  /** Who or what acts, does, is acted upon. */
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  /** Where, how and when: ends of a sentence. */
  readonly ends: readonly string[];
  readonly join: string;
  readonly stop: string;
}

function words(lines: string, join = ' ', stop = '.'): Words {
  const [subjects = [], verbs = [], objects = [], ends = []] = lines.split('\n').map((line) => line.split(' | '));
  return { subjects, verbs, objects, ends, join, stop };
}

/** Parts of sentences by language; any subject goes with any verb, object and end. */
const WORDS: Readonly<Record<string, Words>> = {
  en: words(
    `the service | a caseworker | each municipality | the programming interface | a resident | the national team | the register | an inspector | the open data portal | every ministry | the hospital | a school | the help desk | the tax office
sends | checks | publishes | archives | translates | signs | compares | collects | corrects | shares | forwards | prepares | displays | updates
an application form | the payment of a fee | records of births | a building permit | the minutes of a council | a digital signature | health statistics | the timetable of buses | an appointment | the list of suppliers | a map of flood areas | messages to residents | procurement notices | an accessibility statement
without a paper letter | in the language of the reader | on a small screen | within two days | after a public consultation | through an open interface | for local councils | in remote areas | with the consent of the person | before the yearly report | under an open licence | at no cost to the applicant | for people with low vision | while the network is down`,
  ),
  fr: words(
    `le service | une agente | chaque commune | l’interface de programmation | un usager | l’équipe nationale | le registre | une inspectrice | le portail de données ouvertes | chaque ministère | l’hôpital | une école | le centre d’assistance | l’administration fiscale
envoie | vérifie | publie | archive | traduit | signe | compare | recueille | corrige | partage | transmet | prépare | affiche | met à jour
un formulaire de demande | le paiement d’une redevance | les actes de naissance | un permis de construire | le compte rendu d’un conseil | une signature électronique | des statistiques de santé | l’horaire des autobus | un rendez-vous | la liste des fournisseurs | une carte des zones inondables | des messages aux habitants | des avis de marché | une déclaration d’accessibilité
sans lettre sur papier | dans la langue du lecteur | sur un petit écran | en deux jours | après une consultation publique | par une interface ouverte | pour les collectivités | dans les régions isolées | avec le consentement de la personne | avant le rapport annuel | sous une licence libre | sans frais pour le demandeur | pour les personnes malvoyantes | pendant une panne du réseau`,
  ),
  de: words(
    `der Dienst | jede Gemeinde | das Register | die Schule | das Amt
prüft | veröffentlicht | übersetzt | sammelt | unterschreibt
den Antrag | die Gebühr | den Fahrplan | die Baugenehmigung | die Statistik
ohne Papier | in zwei Tagen | für kleine Bildschirme | über eine offene Schnittstelle | mit Zustimmung`,
  ),
  es: words(
    `el servicio | cada municipio | el registro | la escuela | la oficina
comprueba | publica | traduce | recoge | firma
la solicitud | el pago | el horario | el permiso de obra | la estadística
sin papel | en dos días | en pantallas pequeñas | por una interfaz abierta | con consentimiento`,
  ),
  ar: words(
    `الخدمة | البلدية | السجل | المدرسة | المكتب
تفحص | تنشر | تترجم | تجمع | توقّع
الطلب | الرسوم | الجدول | رخصة البناء | الإحصاءات
بلا ورق | خلال يومين | على شاشة صغيرة | عبر واجهة مفتوحة | بموافقة الشخص`,
  ),
  hi: words(
    `यह सेवा | हर नगरपालिका | पंजी | विद्यालय | कार्यालय
आवेदन | शुल्क | समय-सारणी | भवन अनुमति | आँकड़े
जाँचता है | प्रकाशित करता है | अनुवाद करता है | इकट्ठा करता है | भेजता है
बिना काग़ज़ | दो दिन में | छोटे पर्दे पर | खुले माध्यम से | सहमति से`,
    ' ',
    '।',
  ),
  ja: words(
    `このサービスは | 各自治体は | 登録簿は | 学校は | 窓口は
申請書を | 手数料を | 時刻表を | 建築許可を | 統計を
紙を使わずに | 二日以内に | 小さな画面で | 公開された方法で | 同意を得て
確認します | 公開します | 翻訳します | 集めます | 送ります`,
    '',
    '。',
  ),
  uk: words(
    `служба | кожна громада | реєстр | школа | установа
перевіряє | публікує | перекладає | збирає | підписує
заяву | платіж | розклад | дозвіл на будівництво | статистику
без паперу | за два дні | на малому екрані | через відкритий інтерфейс | за згодою особи`,
  ),
  el: words(
    `η υπηρεσία | κάθε δήμος | το μητρώο | το σχολείο | το γραφείο
ελέγχει | δημοσιεύει | μεταφράζει | συλλέγει | υπογράφει
την αίτηση | την πληρωμή | το δρομολόγιο | την άδεια | τα στατιστικά
χωρίς χαρτί | σε δύο ημέρες | σε μικρή οθόνη | με ανοιχτή διεπαφή | με συναίνεση`,
  ),
  am: words(
    `አገልግሎቱ | ማዘጋጃ ቤቱ | መዝገቡ | ትምህርት ቤቱ | ጽሕፈት ቤቱ
ማመልከቻውን | ክፍያውን | የጊዜ ሰሌዳውን | ፈቃዱን | ስታቲስቲክሱን
ያለ ወረቀት | በሁለት ቀን | በትንሽ ማያ | በክፍት መንገድ | በፈቃደኝነት
ይፈትሻል | ያሳትማል | ይተረጉማል | ይሰበስባል | ይልካል`,
    ' ',
    '።',
  ),
};

/** The languages that are neither English nor French, most of them in other scripts. */
export const OTHER_LANGUAGES: readonly string[] = Object.keys(WORDS).filter((tag) => tag !== 'en' && tag !== 'fr');

const SYLLABLES = 'al be ca da el fi go ha il ju ka lo ma ne or pa qui ra sol ta ur va wen xi yo za'.split(' ');

/** A made-up proper name: the long tail of words that every index of texts has. */
export function properName(random: Random): string {
  const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');
  return capital(name);
}

/** A sentence; in Latin scripts now and then with a proper name at its end. */
function sentence(language: string, random: Random): string {
  const parts = wordsOf(language);
  const body = [parts.subjects, parts.verbs, parts.objects, parts.ends].map((list) => random.pick(list));
  const name = parts.join === ' ' && parts.stop === '.' && random.chance(0.4) ? ` (${properName(random)})` : '';
  return capital(`${body.join(parts.join)}${name}${parts.stop}`);
}

/** A line without a full stop: what a name or a summary is. */
export function phrase(language: string, random: Random): string {
  const parts = wordsOf(language);
  return capital([parts.subjects, parts.verbs, parts.objects].map((list) => random.pick(list)).join(parts.join));
}

/** A paragraph of two sentences a line. */
export function paragraph(language: string, lines: number, random: Random): string {
  return Array.from({ length: lines }, () => `${sentence(language, random)} ${sentence(language, random)}`).join('\n');
}

function wordsOf(language: string): Words {
  const found = WORDS[language];
  if (found === undefined) throw new Error(`no words in the language ${language}`);
  return found;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
