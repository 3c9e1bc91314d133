import { useState } from 'preact/hooks';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { pageUrl } from '../../../i18n/links.ts';
import { pickText } from '../../../i18n/localized.ts';
import { KINDS, type Kind } from '../../../schema/kinds.ts';
import { filled } from '../../form/values.ts';
import { type Duplicate, evidenceWords } from '../../known/duplicates.ts';
import { correctionOf, openFailure } from '../beginning.ts';
import { useForm } from '../context.ts';
import { focusSoon } from '../focus.ts';
import type { Begin } from '../start/begin.ts';

/** What the record may be a second time, and whether the person has seen it. */
export interface Duplicates {
  readonly found: readonly Duplicate[];
  /** False once, where there is something to look at first. */
  readonly mayGoOn: () => boolean;
}

/** The known records that may be of the same thing, until the person has said that they are not. */
export function useDuplicates(): Duplicates {
  const { form, known } = useForm();
  const [seen, setSeen] = useState('');
  const data = filled(form.values);
  const found =
    form.original === undefined ? known.duplicates({ kind: form.kind, id: '', data, correction: false }) : [];
  const key = found.map(({ id }) => id).join(' ');
  return {
    found,
    mayGoOn: () => {
      if (found.length === 0 || seen === key) return true;
      setSeen(key);
      focusSoon('form-same');
      return false;
    },
  };
}

/** Kinds whose records say which others they are not. */
const TELLS_APART: ReadonlySet<Kind> = new Set(['project', 'organization', 'standard']);

/** The records that this one may be: one of them is corrected, or none is meant. */
export function SameThing({ same: { found }, begin, goOn }: { same: Duplicates; begin: Begin; goOn: () => void }) {
  const { t, form, set } = useForm();
  if (found.length === 0) return null;
  const none = () => {
    const alike = found.filter(({ evidence, record }) => record && evidence.some(({ code }) => code === 'name'));
    if (TELLS_APART.has(form.kind) && alike.length > 0) {
      const named = (form.values['distinctFrom'] ?? []) as readonly string[];
      set(['distinctFrom'], [...new Set([...named, ...alike.map(({ id }) => id)])]);
    }
    goOn();
  };
  return (
    <section class="form-same" aria-labelledby="form-same">
      <h2 id="form-same" tabIndex={-1}>
        {t('form.same', { count: found.length })}
      </h2>
      <ul class="records" role="list">
        {found.map((duplicate) => (
          <SameRecord key={duplicate.id} duplicate={duplicate} begin={begin} />
        ))}
      </ul>
      <button type="button" class="button button-quiet" onClick={none}>
        {t('form.sameNone')}
      </button>
    </section>
  );
}

function SameRecord({ duplicate: { kind, id, record, evidence }, begin }: { duplicate: Duplicate; begin: Begin }) {
  const { t, page, say } = useForm();
  const name = record?.name ?? id;
  const shown = typeof name === 'string' ? undefined : pickText(name, t.lang, page.config.languages);
  const correct = async () => {
    try {
      begin(await correctionOf(page.base, kind, id));
    } catch (error) {
      say(openFailure(error, t));
    }
  };
  return (
    <li>
      <span class="tab" aria-hidden="true">
        {(id.split('/')[0] ?? '').toUpperCase()}
      </span>
      <div>
        <h3>
          <a
            href={pageUrl(page.base, t.lang, `${KINDS[kind].folder}/${id}/`)}
            target="_blank"
            rel="noopener"
            {...languageAttributes(shown?.foreign ? shown.lang : undefined)}
          >
            <bdi>{typeof name === 'string' ? name : shown?.text}</bdi>
          </a>
        </h3>
        <p class="facts">{evidence.map((sign) => evidenceWords(sign, t)).join(' · ')}</p>
        {record !== undefined && (
          <button type="button" class="form-small-button" onClick={correct}>
            {t('form.correctIt')}
            <span class="visually-hidden"> {typeof name === 'string' ? name : shown?.text}</span>
          </button>
        )}
      </div>
    </li>
  );
}
