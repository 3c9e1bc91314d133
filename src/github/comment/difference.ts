import type { FieldChange } from '../../registry/change/field-change.ts';
import type { Kind } from '../../schema/kinds.ts';
import { recordAddress } from '../addresses.ts';
import { codeSpan, link } from '../markdown.ts';
import type { RecordChange } from '../pull-request-report.ts';
import type { CommentContext } from './context.ts';
import { fill, fitting } from './text.ts';

const MAX_FIELDS = 60;

/** What changes in each record that stands already, field by field in words. */
export function differenceOf(records: readonly RecordChange[], context: CommentContext, bytes: number): string {
  const parts = records
    .filter(({ action }) => action !== 'add')
    .map((record) => () => recordDifference(record, context));
  return fitting(parts, { bytes }, (rest) => context.t('bot.moreRecords', { count: rest }), '\n\n');
}

function recordDifference(record: RecordChange, context: CommentContext): string {
  const { t, siteUrl } = context;
  const { kind, id, formerId, action } = record;
  const page = link(codeSpan(id), recordAddress(siteUrl, t.lang, kind, formerId ?? id));
  const head = `**${t(`schemaName.${kind}`)} ${page}**, ${t(`botAction.${action}`)}`;
  const former = formerId === undefined ? [] : [`- ${fill(t, 'bot.formerly', { id: codeSpan(formerId) })}`];
  const rows = record.changes.map((change) => () => changeRow(kind, change, context));
  const layout = rows.length === 0 && former.length === 0 && action === 'edit' ? [`- ${t('bot.layoutOnly')}`] : [];
  const limit = { bytes: 6000, items: MAX_FIELDS };
  const listed = fitting([...former, ...rows, ...layout], limit, (rest) => `- ${t('bot.moreFields', { count: rest })}`);
  return listed === '' ? head : `${head}\n\n${listed}`;
}

function changeRow(kind: Kind, change: FieldChange, { t, changeWords }: CommentContext): string {
  const { field, before, after } = changeWords(kind, change);
  const slots = { field: codeSpan(field, 80), before: codeSpan(before ?? ''), after: codeSpan(after ?? '') };
  if (before === undefined) return `- ${fill(t, 'bot.fieldAdded', slots)}`;
  return `- ${fill(t, after === undefined ? 'bot.fieldRemoved' : 'bot.fieldChanged', slots)}`;
}
