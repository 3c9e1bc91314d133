import { suggestSlug, suggestZone } from '../../../src/registry/suggest-id.ts';
import { inEnglish } from '../../../src/rules/english.ts';
import { describeLookAlike, lookAlikesAmong } from '../../../src/rules/similar-name.ts';
import { type Field, fieldsOf } from '../../../src/schema/field-meta.ts';
import { KINDS, type Kind } from '../../../src/schema/kinds.ts';
import { type Draft, draftsOf, type Registry } from '../../../src/schema/registry.ts';
import { Cancelled, prompt } from '../prompts.ts';
import { idProblem } from './identity.ts';
import { type Asking, askedFields, askField } from './questions.ts';
import { assignText, type Data } from './values.ts';

/** Asks for every field that is not given, the name first: where it is listed already, nothing else need be typed. */
export async function askFields(asking: Asking): Promise<void> {
  for (const field of askedFields(asking.kind)) {
    const [name = ''] = field.path;
    if (answerTo(asking.data, field) !== undefined) continue;
    await askField(field, asking);
    if (name === 'name' || name === 'title') await askAboutLookAlikes(asking);
  }
}

function answerTo(data: Data, { path }: Field): unknown {
  return path.reduce<unknown>((value, step) => (value as Data | undefined)?.[step], data);
}

/** The records that a new one of this name may be taken for, in words. */
export function lookAlikesOf(kind: Kind, data: Data, registry: Registry): { id: string; words: string }[] {
  const draft = { kind, id: '', zone: '', slug: '', file: '', data } as unknown as Draft;
  const found = lookAlikesAmong(draftsOf(registry, kind) as readonly Draft[])(draft).flatMap(({ alike }) => alike);
  return [...new Map(found.map((each) => [each.record.id, each])).values()].map((each) => ({
    id: each.record.id,
    words: inEnglish(describeLookAlike(each)),
  }));
}

/** Shows what is spelled alike, and goes on only where the person says that it is something else, which the record then says, too. */
export async function askAboutLookAlikes({ kind, data, registry }: Asking): Promise<void> {
  const alike = lookAlikesOf(kind, data, registry);
  if (alike.length === 0) return;
  prompt.warn(`This is spelled like ${alike.map(({ words }) => words).join(', ')}.`);
  if (!(await prompt.yes('Is it something else, not listed yet?', false))) throw new Cancelled();
  const { length } = fieldsOf(KINDS[kind].schema).filter(({ path }) => path.join('.') === 'distinctFrom');
  if (length > 0) assignText(kind, data, ['distinctFrom'], alike.map(({ id }) => id).join(','));
}

/** Asks for the zone and the slug, each with what most likely fits. */
export async function askId(
  { kind, data, registry }: Asking,
  given: { readonly zone?: string; readonly slug?: string },
  today: string,
): Promise<string> {
  const zone =
    given.zone ??
    (await prompt.text(
      'Zone – the country (ca), its part (ca-qc), eu or int: the registry that writes the record',
      (text) => idProblem(kind, text, `${kind === 'note' ? `${today}-` : ''}any-slug-at-all`, registry, today),
      suggestZone(data, registry.config),
    ));
  const slug =
    given.slug ??
    (await prompt.text(
      'Slug – the last part of the address, for ever: letters a to z, digits, hyphens',
      (text) => idProblem(kind, zone, text, registry, today),
      suggestSlug(kind, data, today),
    ));
  return `${zone}/${slug}`;
}
