import { useState } from 'preact/hooks';
import type { Imported } from '../../../exchange/imported.ts';
import { RAW_HOSTS, type RepositoryFiles, repositoryFiles } from '../../../exchange/repository-files.ts';
import { formatList } from '../../../i18n/format.ts';
import { canonicalRepository } from '../../../schema/canonical-repository.ts';
import { isSafeHttpsUrl } from '../../../schema/safe-url.ts';
import { newState } from '../../form/form-state.ts';
import type { Begin } from './begin.ts';
import { fetchFirst } from './fetch-first.ts';
import { ReadProblem, readText } from './read-text.ts';
import type { StartContext } from './StartPage.tsx';

interface Props {
  readonly context: StartContext;
  readonly begin: Begin;
}

/** The address of a repository. Its host is asked only by a button that names it. */
export function FromRepository({ context, begin }: Props) {
  const { t } = context;
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string>();
  const repository = canonicalRepository(address.trim());
  const isAddress = isSafeHttpsUrl(repository);
  const there = isAddress ? repositoryFiles(repository) : undefined;
  const byHand = () => {
    if (isAddress) begin(newState('project', { repository }), { answered: true });
    else setProblem(t('form.noAddress'));
  };
  return (
    <>
      <div class={`form-field${problem === undefined ? '' : ' form-wrong'}`}>
        <label class="form-label" for="form-repository">
          {t('form.repository')}
        </label>
        {problem !== undefined && (
          <p class="form-error" id="form-repository-error" role="alert">
            {problem}
          </p>
        )}
        <input
          type="text"
          id="form-repository"
          class="form-code"
          inputmode="url"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          {...(problem === undefined ? {} : { 'aria-describedby': 'form-repository-error' })}
          value={address}
          onInput={({ currentTarget }) => {
            setAddress(currentTarget.value);
            setProblem(undefined);
          }}
        />
      </div>
      {there !== undefined && mayFetch(there.host) && (
        <Fetch there={there} repository={repository} context={context} begin={begin} setProblem={setProblem} />
      )}
      {isAddress && !mayFetch(there?.host ?? '') && (
        <p>{t('form.fetchUnknown', { host: new URL(repository).hostname })}</p>
      )}
      <button type="button" class="button button-quiet" onClick={byHand}>
        {t('form.fillByHand')}
      </button>
    </>
  );
}

interface FetchProps extends Props {
  readonly there: RepositoryFiles;
  readonly repository: string;
  readonly setProblem: (problem: string | undefined) => void;
}

/** The button that asks the host. */
function Fetch({ there: { host, files }, repository, context, begin, setProblem }: FetchProps) {
  const { t, say } = context;
  const [busy, setBusy] = useState(false);
  const names = formatList(
    files.map(({ fileName }) => fileName),
    t.lang,
    'disjunction',
  );
  const open = ({ kind, data, notCarried }: Imported) => {
    const { schemaVersion: _, ...values } = data;
    const own = kind === 'project' && values['repository'] === undefined ? { ...values, repository } : values;
    begin(newState(kind, own), { carried: notCarried, answered: true });
  };
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    say(t('form.loading'));
    try {
      const answer = await fetchFirst(files);
      if (answer === undefined) return setProblem(t('form.fetchAbsent', { host, files: names }));
      const [first] = await readText(answer, context);
      if (first !== undefined) open(first);
    } catch (error) {
      setProblem(error instanceof ReadProblem ? error.message : t('form.fetchRefused', { host }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="form-help">{t('form.fetchNote', { host, files: names })}</p>
      <p>
        <button type="button" class="button" disabled={busy} onClick={ask}>
          {t('form.fetch', { file: files[0]?.fileName ?? '', host })}
        </button>
      </p>
    </>
  );
}

/** The page's policy allows these hosts and no other. */
function mayFetch(host: string): boolean {
  return (RAW_HOSTS as readonly string[]).includes(host);
}
