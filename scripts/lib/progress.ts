/** Nothing is said of what takes less than this. */
const PATIENCE_MS = 800;
const EVERY_MS = 150;

/** One line that tells how far long work is, on a terminal only, and that leaves nothing behind. */
export interface Progress {
  /** `reading 1,200 of 10,000 files` */
  readonly tell: (text: string) => void;
  readonly done: () => void;
}

/** Progress on a stream: {@link Progress.tell} may be called for every step, and costs nothing where nobody looks. What was told last is shown also while nothing more is told. */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = () => performance.now()): Progress {
  const start = now();
  let last = start;
  let shown = false;
  let told = '';
  let later: NodeJS.Timeout | undefined;
  const show = () => {
    clearTimeout(later);
    later = undefined;
    last = now();
    shown = true;
    stream.write(`\r\u001b[2K${told} …`);
  };
  return {
    tell: (text) => {
      if (!stream.isTTY) return;
      told = text;
      const early = Math.max(start + PATIENCE_MS, last + EVERY_MS) - now();
      if (early <= 0) show();
      // What waits for somebody else's answer tells nothing while it waits.
      else later ??= setTimeout(show, early).unref();
    },
    done: () => {
      clearTimeout(later);
      later = undefined;
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
