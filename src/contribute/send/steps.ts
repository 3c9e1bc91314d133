import type { Params } from '../../i18n/fill.ts';
import type { StringKey } from '../../i18n/strings.ts';
import type { Way } from './contribution.ts';
import { fileName } from './ways-to-send.ts';

/** One thing that a person does to send: what it is called, and the button or link that it needs. */
export interface Step {
  /** `copy` needs a button that copies the text, `download` one that saves the file, `open` a link; `read` is only read. */
  readonly act: 'copy' | 'download' | 'open' | 'read';
  readonly key: StringKey;
  readonly params?: Params;
  /** Where `open` leads. */
  readonly address?: string;
}

/**
 * The steps of a way, in order.
 * @param file path of the file inside the repository; left out for a mere suggestion
 */
export function stepsOf(way: Way, file?: string): Step[] {
  switch (way.way) {
    case 'prefilled':
      return [open('send.openPrefilled', way.address), read('send.propose')];
    case 'paste-new':
    case 'paste-edit':
      return [...pasteSteps(way), read('send.propose')];
    case 'issue':
      return way.complete
        ? [open('send.openIssue', way.address), read('send.submitIssue')]
        : [COPY, open('send.openIssue', way.address), read('send.pasteIssue')];
    case 'mail':
      return [...mailSteps(way, file), read('send.sendMail')];
  }
}

type Paste = Extract<Way, { way: 'paste-new' | 'paste-edit' }>;

function pasteSteps({ way, address, file, fork }: Paste): Step[] {
  const paste = read(way === 'paste-new' ? 'send.pasteNew' : 'send.pasteOver', { file });
  if (fork === undefined) return [COPY, open('send.openPage', address), paste];
  const first = open('send.fork', fork.address);
  if (!fork.within) return [first, COPY, open('send.openPage', address), paste];
  return [first, COPY, read(way === 'paste-new' ? 'send.newInFork' : 'send.editInFork', { file })];
}

function mailSteps({ address, to, complete }: Extract<Way, { way: 'mail' }>, file: string | undefined): Step[] {
  const message = open('send.openMail', address, { address: to });
  if (complete) return [message];
  if (file === undefined) return [COPY, message, read('send.pasteMail')];
  const download: Step = { act: 'download', key: 'send.download', params: { file: fileName(file) } };
  return [download, message, read('send.attach', { file: fileName(file) })];
}

const COPY: Step = { act: 'copy', key: 'send.copy' };

function open(key: StringKey, address: string, params?: Params): Step {
  return { act: 'open', key, address, ...(params === undefined ? {} : { params }) };
}

function read(key: StringKey, params?: Params): Step {
  return { act: 'read', key, ...(params === undefined ? {} : { params }) };
}
