import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../../contribute/drafts/drafts.ts';
import type { TextName } from '../texts.ts';
import { createKept } from './kept.ts';
import type { WizardData } from './page-data.ts';
import { type ByLanguage, initialState, type WizardState } from './state.ts';

/** How long nobody types before the answers are kept, in milliseconds. */
const PAUSE = 400;

/** The answers, and whether this browser keeps them. */
export function useWizardAnswers(data: WizardData) {
  const kept = useMemo(() => createKept(browserStorage(), Date.now, data.base), [data]);
  const [state, setState] = useState<WizardState>(() => ({ ...initialState(data), ...kept.read() }));
  const [touched, setTouched] = useState(false);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ state, touched });
  latest.current = { state, touched };
  const change = useCallback((changed: (before: WizardState) => WizardState) => {
    setTouched(true);
    setState(changed);
  }, []);
  const setText = useCallback(
    (name: TextName, text: string) => change((before) => ({ ...before, texts: { ...before.texts, [name]: text } })),
    [],
  );
  const setNamed = useCallback(
    (name: ByLanguage, language: string, text: string) =>
      change((before) => ({
        ...before,
        named: { ...before.named, [name]: { ...before.named[name], [language]: text } },
      })),
    [],
  );
  const setColors = useCallback(
    (colors: Readonly<Record<string, string>>) =>
      change((before) => ({ ...before, colors: { ...before.colors, ...colors } })),
    [],
  );
  const keep = () => {
    if (latest.current.touched) setFailed(!kept.save(latest.current.state));
  };
  useEffect(() => {
    const waiting = setTimeout(keep, PAUSE);
    return () => clearTimeout(waiting);
  }, [state]);
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, []);
  const reset = () => {
    kept.remove();
    setTouched(false);
    setState(initialState(data));
  };
  return { state, setText, setNamed, setColors, reset, failed, touched, keeping: kept.keeping() };
}
