/** Nothing is said of what takes less than this. */
const PATIENCE_MS = 800;
const EVERY_MS = 150;

/** One line that tells how far long work is, on a terminal only, and that leaves nothing behind. */
export interface Progress {
  /** `reading 1,200 of 10,000 files` */
  readonly tell: (text: string) => void;
  readonly done: () => void;
}

/** Progress on a stream: {@link Progress.tell} may be called for every step, and costs nothing where nobody looks. */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = () => performance.now()): Progress {
  const start = now();
  let last = start;
  let shown = false;
  return {
    tell: (text) => {
      if (!stream.isTTY || now() - start < PATIENCE_MS || now() - last < EVERY_MS) return;
      last = now();
      shown = true;
      stream.write(`\r\u001b[2K${text} …`);
    },
    done: () => {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
