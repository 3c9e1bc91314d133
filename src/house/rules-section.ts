import en from '../i18n/en.json' with { type: 'json' };
import fr from '../i18n/fr.json' with { type: 'json' };
import rulesInFrench from '../i18n/rules.fr.json' with { type: 'json' };
import { DOCUMENTED_RULES } from '../rules/index.ts';
import { type RuleDefinition, SEVERITIES } from '../rules/rule.ts';

type Part = 'title' | 'mend';

const TEXTS = {
  en: { strings: en, of: (rule: RuleDefinition, part: Part) => rule.doc[part] },
  fr: {
    strings: fr,
    of: ({ id }: RuleDefinition, part: Part) => (rulesInFrench as Record<string, string>)[`rule.${id}.${part}`] ?? '',
  },
} as const;

/** The languages of the contributor guide. */
export const GUIDE_LANGUAGES = ['en', 'fr'] as const;
type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

const begin = (language: GuideLanguage) => `<!-- rules:${language} from src/rules by npm run docs -->`;
const END = '<!-- /rules -->';

/** The contributor guide with the lists of rules, one for each language, as the rule objects have them. Throws where the guide has no place for them. */
export function withRules(guide: string): string {
  return GUIDE_LANGUAGES.reduce((text, language) => {
    const start = text.indexOf(begin(language));
    const end = text.indexOf(END, start);
    if (start === -1 || end === -1) throw new Error(`The guide has no lines ${begin(language)} and ${END}.`);
    return `${text.slice(0, start)}${begin(language)}\n\n${rulesList(language)}\n\n${text.slice(end)}`;
  }, guide);
}

/** Every rule in Markdown, the gravest first: its title, what to do, its id. */
function rulesList(language: GuideLanguage): string {
  const { strings, of } = TEXTS[language];
  return SEVERITIES.map((severity) => {
    const rules = DOCUMENTED_RULES.filter((rule) => rule.severity === severity);
    const items = rules.map(
      (rule) => `- **${escaped(of(rule, 'title'))}.** ${escaped(of(rule, 'mend'))} \`${rule.id}\``,
    );
    return `**${strings[`severity.${severity}`]}**\n\n${items.join('\n')}`;
  }).join('\n\n');
}

/** What Markdown would read as marks. */
function escaped(text: string): string {
  return text.replace(/[<>*_[\]]/g, '\\$&');
}
