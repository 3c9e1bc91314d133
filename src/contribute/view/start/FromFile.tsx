import { useState } from 'preact/hooks';
import type { Imported } from '../../../exchange/imported.ts';
import { nameOf, newState } from '../../form/form-state.ts';
import type { Begin } from './begin.ts';
import { ReadProblem, readText } from './read-text.ts';
import type { StartContext } from './StartPage.tsx';

/** What was read, or why nothing was. */
interface Reading {
  readonly problem?: string;
  readonly records?: readonly Imported[];
}

interface Props {
  readonly context: StartContext;
  readonly begin: Begin;
}

/** A file that is chosen, dropped or pasted. It stays in this browser. */
export function FromFile({ context, begin }: Props) {
  const { t } = context;
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState<string>();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setFileName(file.name);
    setText(await file.text());
  };
  return (
    <>
      <div class="form-field">
        <label class="form-label" for="form-file">
          {t('form.chooseFile')}
        </label>
        <input
          type="file"
          id="form-file"
          accept=".yml,.yaml,.json,.mdx"
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
      </div>
      <div class="form-field">
        <label class="form-label" for="form-paste">
          {t('form.paste')}
        </label>
        <p class="form-help" id="form-paste-help">
          {t('form.pasteHelp')}
        </p>
        <textarea
          id="form-paste"
          class="form-code"
          rows={10}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          aria-describedby="form-paste-help"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            const file = event.dataTransfer?.files[0];
            if (file === undefined) return;
            event.preventDefault();
            take(file);
          }}
        />
      </div>
      <ReadButton context={context} begin={begin} text={text} fileName={fileName} />
    </>
  );
}

interface ReadProps extends Props {
  readonly text: string;
  readonly fileName?: string | undefined;
  /** Where the text was read. */
  readonly url?: string | undefined;
}

/** Reads a text, says why it cannot be read, and asks which record is meant where there are several. */
export function ReadButton({ context, begin, text, fileName, url }: ReadProps) {
  const { t } = context;
  const [reading, setReading] = useState<Reading>({});
  const open = ({ kind, data, notCarried }: Imported) => {
    const { schemaVersion: _, ...values } = data;
    begin(newState(kind, values), { carried: notCarried, answered: true });
  };
  const read = async () => {
    setReading({});
    try {
      const records = await readText({ text, fileName, url }, context);
      const [first, ...others] = records;
      if (first !== undefined && others.length === 0) open(first);
      else setReading({ records });
    } catch (error) {
      if (!(error instanceof ReadProblem)) throw error;
      setReading({ problem: error.message });
    }
  };
  return (
    <>
      {reading.problem !== undefined && (
        <p class="form-error" role="alert">
          {reading.problem}
        </p>
      )}
      <button type="button" class="button" onClick={read}>
        {t('form.read')}
      </button>
      {reading.records !== undefined && (
        <ul class="form-found" role="list" aria-label={t('form.several', { count: reading.records.length })}>
          {reading.records.map((record, index) => (
            <li key={index}>
              <button type="button" class="form-small-button" onClick={() => open(record)}>
                {nameOf({ values: record.data }) || t('form.untitled')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
