import { z } from 'zod';
import {
  currency,
  day,
  email,
  httpsUrl,
  language,
  localized,
  partialDate,
  recordId,
  reference,
  schemaVersion,
  zone,
} from './primitives.ts';
import { line, lines } from './text.ts';

/** Fields that more than one kind of record has. */
export const name = z.union([line(120), localized(line(120))]).meta({
  title: 'Name',
  description: 'The name people know it by; one text, or one for each language where the names differ.',
});
export const acronym = line(20).meta({ title: 'Acronym', description: 'The short form people use, as DPG or OCDS.' });
export const summary = localized(line(160)).meta({
  title: 'Summary',
  description:
    'What it does and for whom, in one plain sentence of at most 160 characters, in each language you can write.',
});
export const description = localized(lines(10_000).meta({ notation: 'markdown' })).meta({
  title: 'Description',
  description: 'More for whoever considers it, in Markdown without HTML, at most 10,000 characters.',
});
export const website = httpsUrl.meta({ title: 'Website', description: 'The address of its own page.' });
export const evidence = httpsUrl.meta({
  title: 'Evidence',
  description: 'The address of a public page that shows this to be so.',
});
export const formerIds = z.array(recordId).max(20).meta({
  title: 'Former ids',
  description: 'Ids under which this record stood before; their addresses lead here.',
});
export const tags = z.array(line(40)).max(20).meta({ title: 'Tags', description: 'Free words that help to find it.' });

/** Records of the same kind that this one looks like and is not. */
export function distinctFrom(kind: string) {
  return z.array(reference(kind)).max(20).meta({
    title: 'Not the same as',
    description: 'Records that look like this one and are something else, as ids.',
  });
}

export const contact = z
  .strictObject({
    name: line(120).meta({
      title: 'Name',
      description: 'The team or role, never a person: Product team, Open source office.',
    }),
    url: httpsUrl.optional().meta({ title: 'Page', description: 'A contact page or forum.' }),
    email: email
      .optional()
      .meta({ title: 'Shared mailbox', description: 'A mailbox of a team; a personal address is not published.' }),
  })
  .meta({ title: 'Contact', description: 'A team or role that answers.' });

export const contacts = z.array(contact).max(10).meta({
  title: 'Contacts',
  description: 'Teams or roles that answer, each with a page or a shared mailbox.',
});

export const checked = z
  .strictObject({
    on: day.meta({ title: 'Checked on', description: 'The day on which a person last confirmed the record.' }),
    by: line(120).meta({ title: 'Checked by', description: 'Who confirmed it: the makers, or this registry.' }),
  })
  .meta({ title: 'Checked', description: 'When a person last confirmed the record, and in what role.' });

export const source = z
  .strictObject({
    format: line(60).meta({ title: 'Format', description: 'The format that was read, as publiccode.yml.' }),
    url: httpsUrl.optional().meta({ title: 'Address', description: 'Where it was read.' }),
    retrieved: day.optional().meta({ title: 'Retrieved', description: 'The day it was read.' }),
    license: line(60)
      .optional()
      .meta({ title: 'Licence', description: 'The licence of the source, as an SPDX expression.', notation: 'spdx' }),
  })
  .meta({ title: 'Source', description: 'Where the record came from, when it was imported.' });

/** Fields that a copy declares in its `registry.yaml`, by zone; kept untouched by every other copy. */
export const extensions = z.record(zone, z.record(z.string().max(64), z.json())).meta({
  title: 'Extensions',
  description: 'Fields that a national copy declares, under the zone of that copy.',
});

export const moneyRange = {
  from: z
    .int()
    .nonnegative()
    .optional()
    .meta({ title: 'From', description: 'The smallest amount, in whole units of the currency.' }),
  to: z
    .int()
    .nonnegative()
    .optional()
    .meta({ title: 'To', description: 'The largest amount, in whole units of the currency.' }),
  currency: currency.optional().meta({ title: 'Currency', description: 'The currency, as EUR.' }),
};

export const languages = z.array(language).max(200);
export const date = partialDate;

/** What every record starts with and may end with. */
export const recordHead = { schemaVersion };
export const recordTail = {
  formerIds: formerIds.optional(),
  sameAs: z
    .array(httpsUrl)
    .max(20)
    .optional()
    .meta({ title: 'Same as', description: 'Addresses of pages elsewhere about the same thing.' }),
  tags: tags.optional(),
  extensions: extensions.optional(),
  checked: checked.optional(),
  source: source.optional(),
};
