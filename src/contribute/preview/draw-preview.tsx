import type { ComponentType } from 'preact';
import type { Translator } from '../../i18n/t.ts';
import type { RecordOf } from '../../schema/registry.ts';
import { cardOf } from '../../site/card.ts';
import { nameIn } from '../../site/names.ts';
import { reuseFacts } from '../../site/reuse-facts.ts';
import { stampOf } from '../../site/stamp.ts';
import type { FormState } from '../form/form-state.ts';
import type { KnownTools } from '../view/known-tools.ts';
import type { PageData } from '../view/page-data.ts';
import { dayOfClock } from '../view/use-check.ts';
import { DescriptionPreview } from './DescriptionPreview.tsx';
import { CardPreview, FactsPreview, HeadPreview } from './parts.tsx';
import { isProject, type Previewed, previewSite } from './preview-site.ts';

/** Draws the card and the page of a record that is not published yet, made by what makes the real ones. */
export function drawPreview(form: FormState, page: PageData, { known }: KnownTools): ComponentType<object> {
  const previewed = previewSite(form, page, known, dayOfClock());
  const { record, site } = previewed;
  const t = site.t(page.lang);
  if (isProject(record)) return () => <ProjectPreview project={record} previewed={previewed} t={t} />;
  return () => <RecordPreview previewed={previewed} t={t} />;
}

interface Props {
  readonly previewed: Previewed;
  readonly t: Translator;
}

function ProjectPreview({ project, previewed: { site }, t }: Props & { project: RecordOf<'project'> }) {
  const { data } = project;
  const card = cardOf(project, t.lang, site);
  const owner = site.graph.organization(data.owner);
  return (
    <>
      <p class="form-help">{t('form.previewCard')}</p>
      <ol class="records" role="list">
        <CardPreview card={card} />
      </ol>
      <p class="form-help">{t('form.previewPage')}</p>
      <div class="form-preview-page">
        <HeadPreview
          name={nameIn(data.name, t.lang, site.languages)}
          stamp={stampOf(project, t.lang, site)}
          summary={data.summary}
          languages={site.languages}
          t={t}
        >
          {owner !== undefined && (
            <p class="soft">
              {t('project.madeBy')} <bdi>{nameIn(owner.data.name, t.lang, site.languages).text}</bdi>
              {card.country && ` · ${card.country}`}
            </p>
          )}
        </HeadPreview>
        <p class="form-preview-title">{t('project.reuse')}</p>
        <FactsPreview caption={t('reuse.caption')} facts={reuseFacts(project, t.lang, site)} t={t} />
        {data.description !== undefined && (
          <DescriptionPreview text={data.description} languages={site.languages} t={t} />
        )}
      </div>
    </>
  );
}

/** Records of other kinds: what every page of theirs opens with. What else they say stands among the answers. */
function RecordPreview({ previewed: { record, site }, t }: Props) {
  const data: object = record.data;
  const name = pick(data, 'name', 'title');
  const summary = 'summary' in data ? (data.summary as Readonly<Record<string, string>>) : {};
  const description = 'description' in data ? (data.description as Readonly<Record<string, string>>) : undefined;
  return (
    <div class="form-preview-page">
      <HeadPreview name={nameIn(name, t.lang, site.languages)} summary={summary} languages={site.languages} t={t} />
      {description !== undefined && <DescriptionPreview text={description} languages={site.languages} t={t} />}
    </div>
  );
}

function pick(data: object, ...names: readonly string[]): string | Readonly<Record<string, string>> {
  const found = names
    .map((name) => (data as Record<string, unknown>)[name])
    .find((value) => value !== undefined && value !== '…');
  return (found ?? '…') as string | Readonly<Record<string, string>>;
}
