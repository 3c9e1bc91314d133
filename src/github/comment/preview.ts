import { countryName } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/t.ts';
import type { Kind } from '../../schema/kinds.ts';
import { codeSpan } from '../markdown.ts';
import type { RecordChange } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { fill, fitting } from './text.ts';
import { fieldTitle, languageShown, valueWords } from './value-words.ts';

/** What the card and the head of a record's page show, in that order. */
const SHOWN: Readonly<Record<Kind, readonly string[]>> = {
  project: ['name', 'summary', 'type', 'status', 'functions', 'owner', 'repository', 'website', 'license'],
  organization: ['name', 'summary', 'type', 'country', 'parent', 'website'],
  standard: ['name', 'summary', 'steward', 'domain', 'status', 'specification', 'website', 'license'],
  group: ['name', 'summary', 'type', 'host', 'website', 'joining'],
  funding: ['name', 'summary', 'type', 'funder', 'country', 'website', 'apply'],
  notice: ['title', 'kind', 'text', 'organization', 'project', 'posted', 'closes'],
  question: ['title', 'summary', 'language', 'whyHard'],
  note: ['title', 'type', 'date', 'language', 'authorRole', 'organization'],
};

const MAX_ITEMS = 10;
const MAX_TEXT = 200;

/** New and edited records as the site would show them: the card and the main facts. */
export function previewOf(records: readonly RecordChange[], context: CommentContext, bytes: number): string {
  const previews = records
    .filter(
      ({ after, action, changes }) =>
        after !== undefined && (action === 'add' || (action === 'edit' && changes.length > 0)),
    )
    .map((record) => () => recordPreview(record, context));
  return fitting(previews, { bytes }, (rest) => context.t('bot.moreRecords', { count: rest }), '\n\n');
}

function recordPreview({ kind, id, action, after = {} }: RecordChange, context: CommentContext): string {
  const { t } = context;
  const rows = SHOWN[kind].flatMap((field) => (field in after ? fieldRows(kind, field, after[field], context) : []));
  const country = typeof after['owner'] === 'string' ? context.lookup.country(after['owner']) : undefined;
  const place = country === undefined ? [] : [row(t('facet.country'), codeSpan(countryName(country, t.lang)), t)];
  return [
    `**${t(`schemaName.${kind}`)} ${codeSpan(id)}**, ${t(`botAction.${action}`)}`,
    '',
    ...rows.slice(0, 40),
    ...place,
  ].join('\n');
}

function fieldRows(kind: Kind, field: string, value: unknown, context: CommentContext): string[] {
  const title = fieldTitle(kind, field, context);
  const { t } = context;
  const shown = (path: (string | number)[], item: unknown) => codeSpan(valueWords(kind, path, item, context), MAX_TEXT);
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item, index) => shown([field, index], item));
    return [row(title, `${items.join(t('punctuation.listSeparator'))}${value.length > MAX_ITEMS ? ' …' : ''}`, t)];
  }
  if (typeof value !== 'object' || value === null) return [row(title, shown([field], value), t)];
  return Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([tag, text]) => row(`${title}, ${languageTitle(tag, t.lang)}`, shown([field, tag], text), t));
}

function languageTitle(tag: string, lang: string): string {
  const name = languageShown(tag, lang);
  return name === tag ? codeSpan(tag) : name;
}

function row(name: string, value: string, t: Translator): string {
  return `- ${fill(t, 'bot.row', { name, value })}`;
}
