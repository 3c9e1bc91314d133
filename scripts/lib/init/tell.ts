import { languageName } from '../../../src/i18n/format.ts';
import type { CopyPlan } from '../../../src/setup/plan-copy.ts';
import type { CopyProblem } from '../../../src/setup/plan-settings.ts';
import { CONFIG_FILE, FEDERATION_FILE } from '../../../src/setup/settings-text.ts';
import { visible } from '../excerpt.ts';
import type { RegistryFolder } from '../registry-folder.ts';

/** Why nothing can be planned, and what helps. */
export const PROBLEMS: Readonly<Record<CopyProblem, string>> = {
  'no-source':
    'Records of other zones would stay here, and nobody says where they are written: give --source, the address of the registry that this one was made from. With --include none only those stay that your records refer to.',
  'too-many-referred':
    'More than 1,000 records of other zones would stay only because your records refer to them. Name their zones with --include, or take all.',
  'no-language':
    'The site has all its texts in none of these languages: add en or fr to --languages until one of yours is translated, or bring the texts with --strings.',
  unsound: `${CONFIG_FILE} or ${FEDERATION_FILE} cannot be read: mend what validate says of it first.`,
};

/** What a plan does to records and languages, for people. */
export function planLines({ counts, waiting, replaced, files }: CopyPlan, folder: RegistryFolder): string[] {
  const { own, foreign, referred, removed } = counts;
  return [
    `Records of your zones: ${own}. Of other zones: ${foreign} stay${referred > 0 ? `, ${referred} of them because yours refer to them` : ''}, ${removed} go.`,
    ...(replaced.length > 0 ? [`Written over of what ${folder.shown} said: ${replaced.join(', ')}.`] : []),
    ...(files.has(FEDERATION_FILE) && files.get(FEDERATION_FILE)?.includes('sources:') !== true
      ? [
          `Nothing says where vocabularies and later records come from. To take them: add the registry that this one was made from to sources in ${FEDERATION_FILE}, then run sync.`,
        ]
      : []),
    ...waiting.map(
      (language) =>
        `${languageName(language, 'en')} is not shown yet: translate ${folder.shown}/i18n/${language}.json, which the command doctor measures, then add ${language} to languages in ${CONFIG_FILE}.`,
    ),
  ].map(visible);
}

/** The files of a plan, those that go counted by folder. */
export function fileLines({ files }: CopyPlan, folder: RegistryFolder, isDry: boolean): string[] {
  const written = [...files].filter(([, text]) => text !== undefined).map(([file]) => file);
  const gone = Map.groupBy(
    [...files].filter(([, text]) => text === undefined),
    ([file]) => file.split('/')[0] ?? '',
  );
  const [writes, removes] = isDry ? ['would write', 'would remove'] : ['wrote', 'removed'];
  return [
    ...written.map((file) => `${writes} ${folder.shown}/${file}`),
    ...[...gone].map(([kind, all]) => `${removes} ${all.length} files in ${folder.shown}/${kind}/`),
  ].map(visible);
}
