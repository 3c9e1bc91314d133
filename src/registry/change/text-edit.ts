/** A stretch of a text, in UTF-16 offsets, and what stands there instead. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes edits that do not overlap; all else stays byte for byte. What is put in at one place stands there in the order of the list. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const isReplacement = ({ start, end }: TextEdit) => Number(end > start);
  const inOrder = edits.toSorted((a, b) => a.start - b.start || isReplacement(a) - isReplacement(b));
  let [written, at] = ['', 0];
  for (const edit of inOrder) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return written + text.slice(at);
}
