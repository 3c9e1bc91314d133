import { formatDate, formatMoney, formatNumber, type IsoDate } from '../i18n/format.ts';
import type { Translator } from '../i18n/t.ts';
import { isEarlier } from '../rules/in-order.ts';
import type { RecordOf } from '../schema/registry.ts';
import type { Site } from './make-site.ts';
import { countryLabel } from './names.ts';
import type { StampFacts } from './stamp.ts';

type Programme = RecordOf<'funding'>;

/** An amount or a range of them, in whole units; without a currency a bare number. */
export interface Amounts {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly currency?: string | undefined;
}

/** What an applicant may get: “5,000 to 50,000 euros”; `undefined` where no amount is stated. */
export function amountWords({ from, to, currency }: Amounts, t: Translator): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (to === undefined) return t('amount.atLeast', { amount: moneyWords(from ?? 0, currency, t) });
  const largest = moneyWords(to, currency, t);
  if (from === undefined) return t('amount.upTo', { amount: largest });
  return from === to ? largest : t('amount.range', { from: formatNumber(from, t.lang), to: largest });
}

/** One sum of money: “250,000 Jordanian dinars”. */
export function moneyWords(amount: number, currency: string | undefined, t: Translator): string {
  return currency === undefined ? formatNumber(amount, t.lang) : formatMoney(amount, currency, t.lang);
}

interface Period {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** From when to when, as precise as known; `undefined` where neither is stated. */
export function periodWords({ from, to }: Period, t: Translator): string | undefined {
  const [first, last] = [from, to].map((date) => (date === undefined ? '' : formatDate(date, t.lang)));
  if (from !== undefined && to !== undefined) return t('period.range', { from: first ?? '', to: last ?? '' });
  if (from !== undefined) return t('period.from', { from: first ?? '' });
  return to === undefined ? undefined : t('period.to', { to: last ?? '' });
}

/** True where a programme's end lies before today; without a stated end nobody knows. */
export function isOver({ data: { to } }: Programme, today: string): boolean {
  return to !== undefined && isEarlier(to, today);
}

/** The stamp of a programme: since when it pays, and until when as far as the record says. */
export function programmeStamp(programme: Programme, lang: string, site: Site): StampFacts {
  const t = site.t(lang);
  const { from, to } = programme.data;
  const isAhead = from !== undefined && isEarlier(site.today, from);
  if (to !== undefined && isOver(programme, site.today))
    return { parts: [t('stamp.ended', { date: String(to) })], tone: 'calm' };
  return {
    parts: [
      ...(from === undefined ? [] : [t(isAhead ? 'stamp.begins' : 'stamp.since', { date: String(from) })]),
      to === undefined ? t('stamp.openEnded') : t('stamp.until', { date: String(to) }),
    ],
    tone: isAhead || to === undefined ? 'calm' : 'strong',
  };
}

/** Where a programme belongs: its country, or what its zone stands for. */
export function programmePlace({ data, zone }: Programme, lang: string, site: Site): { code: string; name: string } {
  const [country = ''] = zone.split('-');
  const code = data.country ?? country.toUpperCase();
  return {
    code,
    name: countryLabel(code === 'INT' ? undefined : code, lang, site.t(lang)('country.international')),
  };
}
