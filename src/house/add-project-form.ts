import { stringify } from 'yaml';
import { OPTION_SEPARATOR, PROJECT_QUESTIONS, type ProjectQuestion } from '../github/issue/project-questions.ts';
import en from '../i18n/en.json' with { type: 'json' };
import fr from '../i18n/fr.json' with { type: 'json' };
import schemaFr from '../i18n/schema.fr.json' with { type: 'json' };
import { schemaStrings } from '../i18n/schema-strings.ts';
import type { Registry } from '../schema/registry.ts';

/** The strings of both languages of the forms; the other forms of the folder are written by hand in the same two. */
const LANGUAGES: readonly Readonly<Record<string, unknown>>[] = [
  { ...en, ...schemaStrings() },
  { ...fr, ...schemaFr },
];

/** What the generated form says beyond the data model. */
const HEAD = `# Written by npm run docs from the data model and the vocabulary of functions: do not edit.
`;
const LISTED = ['Separate by commas.', 'À séparer par des virgules.'];
const ONE_OF_TWO = ['A project has a repository, a website, or both.', 'Un projet a un dépôt, un site, ou les deux.'];

/** The issue form by which a project is added without git, as YAML: its questions are the data model’s own. */
export function addProjectForm({ vocabularies }: Pick<Registry, 'vocabularies'>): string {
  const form = {
    name: 'Add a project · Ajouter un projet',
    description:
      'Answer some questions; a program makes the pull request. Répondez à quelques questions ; un programme crée la demande de fusion.',
    title: 'Add: ',
    body: [INTRODUCTION, ID, LANGUAGE, ...PROJECT_QUESTIONS.map((question) => asked(question, vocabularies))],
  };
  return HEAD + stringify(form, { lineWidth: 0 });
}

const INTRODUCTION = {
  type: 'markdown',
  attributes: {
    value: `The form on the site is easier: it checks while you write, and looks whether the project is there already. This one is for who prefers to stay here.
Leave empty what you have no fact for. Please write nothing private: this page is public.

Le formulaire du site est plus commode : il vérifie pendant la saisie et cherche si le projet y est déjà. Celui-ci est pour qui préfère rester ici.
Laissez vide ce que vous ne pouvez pas établir. N’écrivez rien de privé : cette page est publique.
`,
  },
};

const ID = input('id', {
  label: 'Id · Identifiant',
  description:
    'Zone and short name: the code of the country or region, a slash, the name in small letters, digits and hyphens. Zone et nom court : le code du pays ou de la région, une barre oblique, le nom en minuscules sans accent, chiffres et traits d’union.',
  placeholder: 'ca-qc/sample-notices',
});

const LANGUAGE = input('language', {
  label: 'Language · Langue',
  description:
    'The code of the language in which you write the summary and the description. Le code de la langue dans laquelle vous écrivez le résumé et la description.',
  placeholder: 'en, fr, pt-BR',
});

function input(id: string, attributes: Readonly<Record<string, string>>) {
  return { type: 'input', id, attributes, validations: { required: true } };
}

function asked(question: ProjectQuestion, vocabularies: Registry['vocabularies']) {
  const { id, shape, required, path, meta } = question;
  const closed = shape === 'choice' || shape === 'choices';
  const more = shape === 'list' ? LISTED : id === 'repository' || id === 'website' ? ONE_OF_TWO : [];
  const help = LANGUAGES.map((strings, index) => [strings[key(path, 'help')], more[index]].filter(Boolean).join(' '));
  return {
    type: closed ? 'dropdown' : shape === 'words' ? 'textarea' : 'input',
    id,
    attributes: {
      label: bilingual((strings) => strings[key(path, 'title')]),
      description: help.join(' '),
      ...(shape === 'choices' ? { multiple: true } : {}),
      ...(closed ? { options: optionsOf(question, vocabularies) } : {}),
    },
    ...(required ? { validations: { required } } : {}),
  };

  function key(steps: readonly string[], part: string): string {
    return ['schema.project', ...steps, part].join('.');
  }

  function optionsOf({ values }: ProjectQuestion, all: Registry['vocabularies']): string[] {
    if (meta.vocabulary === undefined)
      return values.map((value) =>
        option(
          value,
          bilingual((strings) => strings[`${meta.enumeration}.${value}`]),
        ),
      );
    const terms = Object.entries(all[meta.vocabulary]?.terms ?? {});
    return terms.map(([term, { label }]) =>
      option(term, [...new Set([label['en'], label['fr']])].filter(Boolean).join(OPTION_SEPARATOR)),
    );
  }
}

function option(value: string, label: string): string {
  return `${value}${OPTION_SEPARATOR}${label}`;
}

/** Both languages’ words, once where they are the same. */
function bilingual(words: (strings: (typeof LANGUAGES)[number]) => unknown): string {
  return [...new Set(LANGUAGES.map((strings) => String(words(strings))))].join(OPTION_SEPARATOR);
}
