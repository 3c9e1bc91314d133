/** A change of an issue’s labels, in the order in which they happened. */
export interface LabelEvent {
  readonly event: string;
  readonly label: string;
  readonly actor: string;
  /** ISO time. */
  readonly at: string;
}

/** Who set the label that an issue bears now: the last time counts. Labels are one whatever their case. */
export function whoLabelled(events: readonly LabelEvent[], label: string): LabelEvent | undefined {
  const last = events.filter((each) => each.label.toLowerCase() === label.toLowerCase()).at(-1);
  return last?.event === 'labeled' ? last : undefined;
}

/** What the host calls those who may write to the repository. */
export function mayWrite(permission: string): boolean {
  return permission === 'admin' || permission === 'write';
}
