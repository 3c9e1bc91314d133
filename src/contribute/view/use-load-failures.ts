import { useEffect, useState } from 'preact/hooks';
import type { View } from './history.ts';

/** How often a part of the program that was wanted did not load, since another view was shown. Vite says so of every part. */
export function useLoadFailures(view: View): number {
  const [failures, setFailures] = useState(0);
  useEffect(() => setFailures(0), [view]);
  useEffect(() => {
    const onFailure = () => setFailures((count) => count + 1);
    addEventListener('vite:preloadError', onFailure);
    return () => removeEventListener('vite:preloadError', onFailure);
  }, []);
  return failures;
}
