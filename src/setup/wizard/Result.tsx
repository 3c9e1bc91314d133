import { useState } from 'preact/hooks';
import { copyText, saveFile } from '../../contribute/view/save-file.ts';
import { languageName } from '../../i18n/format.ts';
import { codePieces } from '../code-pieces.ts';
import { stringsFile } from '../plan-settings.ts';
import { CONFIG_FILE, FEDERATION_FILE } from '../settings-text.ts';
import { useWizard } from './context.ts';
import type { Outcome } from './outcome.ts';

/** The command, and every file that it writes. */
export function Result({ outcome }: { outcome: Outcome }) {
  const { t, data } = useWizard();
  const { command, files, counts, waiting } = outcome;
  const stays = [CONFIG_FILE, FEDERATION_FILE].filter((file) => !files.has(file));
  return (
    <>
      <p>{t('setup.commandText')}</p>
      <Text text={command} id="w-command">
        <CopyButton text={command} label={t('setup.copyCommand')} />
      </Text>
      <p>{t('setup.counts', { ...counts })}</p>
      {waiting.map((language) => (
        <p key={language}>
          {t('setup.waiting', { language: languageName(language, t.lang), file: stringsFile(language) })}
        </p>
      ))}
      <h3>{t('setup.files')}</h3>
      <p>
        {t('setup.filesText')} {t('setup.filesLock')}
        {counts.removed > 0 && ` ${t('setup.removedByCommand')}`}
      </p>
      {[...files].map(([file, text]) => (
        <section key={file} class="wizard-file" aria-label={file}>
          <h4>
            <code>registry/{file}</code>
          </h4>
          <Text text={text}>
            <CopyButton text={text} label={t('setup.copyFile', { file })} />
            <button type="button" class="form-small-button" onClick={() => saveFile(lastOf(file), text)}>
              {t('setup.saveFile', { file })}
            </button>
          </Text>
        </section>
      ))}
      {stays.map((file) => (
        <p key={file}>{t('setup.fileStays', { file: `registry/${file}` })}</p>
      ))}
      <p>
        <a href={data.nextUrl}>{t('setup.nextStep')}</a>
      </p>
    </>
  );
}

function lastOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function Text({ text, id, children }: { text: string; id?: string; children: preact.ComponentChildren }) {
  return (
    <>
      <pre dir="ltr" id={id}>
        <code>
          {codePieces(text).map((piece, index) =>
            piece.whole ? (
              <span key={index} class="whole">
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </code>
      </pre>
      <p class="buttons">{children}</p>
    </>
  );
}

function CopyButton({ text, label }: { text: string; label: string }) {
  const { t, say } = useWizard();
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    say(t(done ? 'form.copied' : 'form.copyFailed'));
  };
  return (
    <>
      <button type="button" class="form-small-button" onClick={copy}>
        {label}
      </button>
      {copied !== undefined && <span class="form-help">{t(copied ? 'form.copied' : 'form.copyFailed')}</span>}
    </>
  );
}
