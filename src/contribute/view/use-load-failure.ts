import { useEffect, useState } from 'preact/hooks';
import type { View } from './history.ts';

/** Whether a part of the program that was wanted did not load, until another view is shown. Vite says so of every part. */
export function useLoadFailure(view: View): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => setFailed(false), [view]);
  useEffect(() => {
    const onFailure = () => setFailed(true);
    addEventListener('vite:preloadError', onFailure);
    return () => removeEventListener('vite:preloadError', onFailure);
  }, []);
  return failed;
}
