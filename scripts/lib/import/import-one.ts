import { dayOfClock } from '../../../src/registry/load-fs.ts';
import { visible } from '../excerpt.ts';
import { askAboutLookAlikes, askFields, askId } from '../new-record/ask-record.ts';
import { askingIn, givenId } from '../new-record/asking.ts';
import { conclude } from '../new-record/conclude.ts';
import { draftRecord } from '../new-record/draft.ts';
import { missingFields } from '../new-record/questions.ts';
import { canAsk, prompt } from '../prompts.ts';
import { load, type RegistryFolder } from '../registry-folder.ts';
import type { BatchOptions } from './batch.ts';
import { dataOf } from './data.ts';
import { notCarriedText, type Thing } from './read.ts';

/** One record, completed by asking where somebody can be asked. */
export async function importOne(folder: RegistryFolder, thing: Thing, options: BatchOptions): Promise<void> {
  const { registry } = load(folder);
  const { kind, notCarried } = thing.imported;
  const data = dataOf(thing.imported, options, registry.config);
  const asking = askingIn(folder, registry, kind, data);
  const asks = canAsk() && options.yes !== true;
  if (asks) {
    prompt.begin(`A new ${kind} from ${visible(thing.source.name)}`);
    prompt.tell(notCarriedText(notCarried));
    if (data['name'] !== undefined || data['title'] !== undefined) await askAboutLookAlikes(asking);
    await askFields(asking);
  } else console.error(notCarriedText(notCarried));
  const missing = missingFields(kind, data);
  if (missing.length > 0) console.error(`Still needed, with --set: ${missing.join('; ')}.`);
  const today = dayOfClock();
  const id = asks ? await askId(asking, options, today) : givenId(asking, options, today);
  await conclude({ folder, draft: draftRecord(folder, kind, id, data, ''), asks, options, asking, id });
}
