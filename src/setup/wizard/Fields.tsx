import type { ComponentChildren } from 'preact';
import { SaidText } from '../../contribute/view/SaidText.tsx';
import { countryName, directionOf, formatList, languageName } from '../../i18n/format.ts';
import type { StringKey } from '../../i18n/strings.ts';
import { QUESTIONS } from '../questions.ts';
import { listOf, type TextName } from '../texts.ts';
import { isZoneIn } from '../zone-table.ts';
import { idOf, useWizard } from './context.ts';
import type { Fault } from './outcome.ts';
import { type ByLanguage, languagesIn } from './state.ts';
import { faultWords } from './words.ts';

const REQUIRED: ReadonlySet<string> = new Set(QUESTIONS.filter(({ required }) => required).map(({ name }) => name));

/** What is written from left to right in every language. */
const PROSE: ReadonlySet<string> = new Set(['name', 'tagline', 'owner']);

/** What a field is called and asks. */
export function useAsked(name: TextName | ByLanguage) {
  const { t } = useWizard();
  return { label: t(`setupAsk.${name}` as StringKey), help: t(`setupHelp.${name}` as StringKey) };
}

/** Says that a field may stay empty, where it may. */
export function Optional({ name }: { name: string }) {
  const { t, told } = useWizard();
  const needed = REQUIRED.has(name) || (name === 'source' && told.kept.foreign.length > 0);
  return needed ? null : <span class="form-optional"> {t('form.optional')}</span>;
}

/** What is wrong at a field. */
export function Faults({ field }: { field: string }) {
  const { faults, t, data } = useWizard();
  const here = faults.filter((fault) => fault.field === field);
  if (here.length === 0) return null;
  return (
    <div id={`${idOf(field)}-error`}>
      {here.map((fault) => (
        <p class="form-error">
          <span class="visually-hidden">{t('form.error')} </span>
          <SaidText said={faultWords(fault, t, data.strings)} />
        </p>
      ))}
    </div>
  );
}

/** What an input refers to, and whether it is wrong. */
export function described(field: string, faults: readonly Fault[], ...more: string[]) {
  const wrong = faults.some((fault) => fault.field === field);
  const ids = [...more, ...(wrong ? [`${idOf(field)}-error`] : [])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  };
}

/** The class of a field, by whether something is wrong with it. */
export function fieldClass(field: string, faults: readonly Fault[]): string {
  return faults.some((fault) => fault.field === field) ? 'form-field form-wrong' : 'form-field';
}

/** An answer of one line. */
export function TextField({ name, children }: { name: TextName; children?: ComponentChildren }) {
  const { state, faults, setText } = useWizard();
  const { label, help } = useAsked(name);
  const id = idOf(name);
  return (
    <div class={fieldClass(name, faults)}>
      <label class="form-label" for={id}>
        {label}
        <Optional name={name} />
      </label>
      <p class="form-help" id={`${id}-help`}>
        {help}
      </p>
      <Faults field={name} />
      <input
        type="text"
        id={id}
        autocomplete="off"
        spellcheck={false}
        value={state.texts[name] ?? ''}
        {...(PROSE.has(name) ? {} : { dir: 'ltr' as const, class: 'form-code' })}
        {...described(name, faults, `${id}-help`)}
        onInput={({ currentTarget }) => setText(name, currentTarget.value)}
      />
      {children}
    </div>
  );
}

/** Codes in words, below what was typed. */
export function ReadAs({ codes, nameOf }: { codes: string; nameOf: (code: string) => string | undefined }) {
  const { t } = useWizard();
  const names = listOf(codes).flatMap((code) => nameOf(code) ?? []);
  return names.length === 0 ? null : <p class="form-help">{t('setup.readAs', { names: formatList(names, t.lang) })}</p>;
}

/** The zones of the copy, and as what they are read. */
export function ZoneField() {
  const { state, data, t } = useWizard();
  const nameOf = (zone: string) => {
    if (!isZoneIn(data.zones, zone)) return undefined;
    return zone === 'int'
      ? t('country.international')
      : zone.length === 2
        ? countryName(zone, t.lang)
        : zone.toUpperCase();
  };
  return (
    <TextField name="zone">
      <ReadAs codes={state.texts.zone ?? ''} nameOf={nameOf} />
    </TextField>
  );
}

/** The languages of the copy, and as what they are read. */
export function LanguagesField() {
  const { state, t } = useWizard();
  const sound = new Set(languagesIn(state.texts, ''));
  return (
    <TextField name="languages">
      <ReadAs
        codes={state.texts.languages ?? ''}
        nameOf={(tag) => (sound.has(tag) ? languageName(tag, t.lang) : undefined)}
      />
    </TextField>
  );
}

/** An answer in each language of the copy. */
export function ByLanguageField({ name }: { name: ByLanguage }) {
  const { state, data, t, faults, setNamed } = useWizard();
  const { label, help } = useAsked(name);
  const id = idOf(name);
  return (
    <fieldset class={fieldClass(name, faults)} id={id} {...described(name, faults, `${id}-help`)}>
      <legend class="form-label">
        {label}
        <Optional name={name} />
      </legend>
      <p class="form-help" id={`${id}-help`}>
        {help}
      </p>
      <Faults field={name} />
      {languagesIn(state.texts, data.lang).map((language) => (
        <p key={language} class="form-language">
          <label for={`${id}-${language}`}>{languageName(language, t.lang)}</label>
          <input
            type="text"
            id={`${id}-${language}`}
            autocomplete="off"
            lang={language}
            dir={directionOf(language)}
            value={state.named[name][language] ?? ''}
            onInput={({ currentTarget }) => setNamed(name, language, currentTarget.value)}
          />
        </p>
      ))}
    </fieldset>
  );
}

/** Which records of other zones stay. */
export function IncludeField() {
  const { state, t, faults, setText } = useWizard();
  const { label, help } = useAsked('include');
  const id = idOf('include');
  const text = state.texts.include ?? '';
  const way = text === 'all' || text === 'none' ? text : 'some';
  const ways = { all: t('setup.includeAll'), none: t('setup.includeNone'), some: t('setup.includeSome') };
  return (
    <fieldset class={fieldClass('include', faults)} id={id} {...described('include', faults, `${id}-help`)}>
      <legend class="form-label">{label}</legend>
      <p class="form-help" id={`${id}-help`}>
        {help}
      </p>
      <Faults field="include" />
      <div class="form-options">
        {Object.entries(ways).map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === way}
              autocomplete="off"
              onChange={() => setText('include', value === 'some' ? '' : value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {way === 'some' && (
        <p class="form-language">
          <label for={`${id}-zones`}>{t('setup.includeZones')}</label>
          <input
            type="text"
            id={`${id}-zones`}
            class="form-code"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => setText('include', currentTarget.value)}
          />
        </p>
      )}
    </fieldset>
  );
}
