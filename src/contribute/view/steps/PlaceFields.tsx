import { recordFile } from '../../../schema/registry.ts';
import { placeOf } from '../../form/form-state.ts';
import { type FormContext, useForm } from '../context.ts';
import { described, Issues, issuesAt } from '../controls/Field.tsx';
import { zoneOptions } from '../controls/sources.ts';
import { idOf, PLACE } from '../shown-issue.ts';
import { dayOfClock } from '../use-check.ts';

/** Where a new record will stand: suggested from its answers, and for the person to decide. A record keeps its id for ever. */
export function PlaceFields() {
  const context = useForm();
  const { t, form, change, page } = context;
  if (form.original !== undefined) return null;
  const place = placeOf(form, { zones: page.config.zones, today: dayOfClock() });
  const issues = issuesAt(context.issues, [PLACE]);
  const [zonePath, slugPath] = [
    [PLACE, 'zone'],
    [PLACE, 'slug'],
  ];
  const zones = zoneOptions(context);
  const used = usedZones(context).filter((zone) => !zones.some(({ value }) => value === zone));
  const known = [...zones.map(({ value }) => value), ...used].includes(place.zone);
  const wrong = issues.some(({ issue }) => issue.severity === 'error');
  return (
    <fieldset class={`form-field form-group${wrong ? ' form-wrong' : ''}`} id={idOf([PLACE])}>
      <legend class="form-label">{t('form.place')}</legend>
      <p class="form-help">{t('form.placeHelp')}</p>
      <Issues issues={issues} path={[PLACE]} />
      <label for={idOf(zonePath)}>{t('form.zone')}</label>
      <select
        id={idOf(zonePath)}
        class="form-medium"
        autocomplete="off"
        value={place.zone}
        {...described([PLACE], { help: false, issues })}
        onChange={({ currentTarget }) => change({ zone: currentTarget.value })}
      >
        {!known && <option value={place.zone}>{t('form.anotherZone')}</option>}
        {zones.map(({ value, label }) => (
          <option key={value} value={value}>
            {label} ({value})
          </option>
        ))}
        {used.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
        {known && page.config.zones === '*' && <option value="">{t('form.anotherZone')}</option>}
      </select>
      {!known && (
        <input
          type="text"
          id={`${idOf(zonePath)}-own`}
          class="form-short form-code"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-label={t('form.anotherZone')}
          placeholder="ca-qc"
          value={place.zone}
          {...described([PLACE], { help: false, issues })}
          onInput={({ currentTarget }) => change({ zone: currentTarget.value.toLowerCase() })}
        />
      )}
      <label for={idOf(slugPath)}>{t('form.slug')}</label>
      <input
        type="text"
        id={idOf(slugPath)}
        class="form-medium form-code"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={form.slug ?? place.slug}
        {...described([PLACE], { help: false, issues })}
        onInput={({ currentTarget }) => change({ slug: currentTarget.value })}
      />
      <p class="form-help">
        {t('form.file')} <code dir="ltr">{recordFile(form.kind, `${place.zone}/${place.slug}`)}</code>
      </p>
    </fieldset>
  );
}

/** Zones in which records stand: parts of countries have no list of their own. */
function usedZones({ known, page }: FormContext): string[] {
  if (page.config.zones !== '*') return [];
  return [...new Set(known.known.records.map(({ id }) => id.split('/')[0] ?? ''))].toSorted();
}
