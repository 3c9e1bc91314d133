import { useEffect, useRef, useState } from 'preact/hooks';
import type { StringKey } from '../../../i18n/strings.ts';
import type { Way } from '../../send/contribution.ts';
import { type Step, stepsOf } from '../../send/steps.ts';
import { fileName } from '../../send/ways-to-send.ts';
import { copyText, saveFile } from '../save-file.ts';
import type { StartContext } from '../start/StartPage.tsx';

interface Props {
  readonly context: StartContext;
  readonly ways: readonly Way[];
  readonly text: string;
  /** Path of the file inside the repository; left out for a mere suggestion. */
  readonly file?: string | undefined;
  /** True where the ways appear on a page that stands already. */
  readonly focus?: boolean;
}

const NAMES: Readonly<Record<Way['way'], StringKey>> = {
  prefilled: 'form.wayHost',
  'paste-new': 'form.wayHost',
  'paste-edit': 'form.wayHost',
  issue: 'form.wayIssue',
  mail: 'form.wayMail',
};

/** The ways to send, the best first; each is a list of steps with the button or link that it needs. */
export function Ways({ context, ways, text, file, focus = false }: Props) {
  const { t } = context;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, []);
  if (ways.length === 0)
    return (
      <div class="notice">
        <p>{t('form.noWay')}</p>
      </div>
    );
  return (
    <>
      {ways.map((way, index) => (
        <section key={way.way} class="form-send" aria-labelledby={`form-way-${way.way}`}>
          <h2 id={`form-way-${way.way}`} tabIndex={-1} ref={index === 0 ? heading : null}>
            {t(NAMES[way.way])}
          </h2>
          <ol class="form-todo">
            {stepsOf(way, file).map((step) => (
              <li key={step.key}>
                <Act step={step} context={context} text={text} file={file} first={index === 0} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface ActProps extends Pick<Props, 'context' | 'text' | 'file'> {
  readonly step: Step;
  /** The step of the way that most people take. */
  readonly first: boolean;
}

function Act({ step: { act, key, params, address }, context: { t, say }, text, file, first }: ActProps) {
  const [copied, setCopied] = useState<boolean>();
  const words = t(key, params);
  const look = first ? 'button' : 'button button-quiet';
  if (act === 'open')
    return (
      <>
        <p>{words}</p>
        <a class={look} href={address ?? ''} target="_blank" rel="noopener" data-send={key}>
          {t('form.open')}
          <span class="visually-hidden"> {words}</span>
        </a>
      </>
    );
  if (act === 'download')
    return (
      <button type="button" class={look} onClick={() => saveFile(fileName(file ?? ''), text)}>
        {words}
      </button>
    );
  if (act === 'read') return <p>{words}</p>;
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    say(t(done ? 'form.copied' : 'form.copyFailed'));
  };
  return (
    <>
      <button type="button" class={look} onClick={copy}>
        {words}
      </button>
      {copied !== undefined && <p class="form-help">{t(copied ? 'form.copied' : 'form.copyFailed')}</p>}
      {copied === false && <textarea rows={8} readOnly dir="ltr" class="form-code" value={text} aria-label={words} />}
    </>
  );
}
