/**
 * A shorter text for which `fails` still holds: stretches are left out, from halves down to single units, as long as that goes on
 * failing (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002). Asks at most `most` times.
 */
export function shrink(text: string, fails: (text: string) => boolean, most = 5000): string {
  let small = text;
  let asked = 0;
  for (let size = Math.ceil(small.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < small.length && asked < most; ) {
      const shorter = small.slice(0, at) + small.slice(at + size);
      asked++;
      if (fails(shorter)) small = shorter;
      else at += size;
    }
  }
  return small;
}
