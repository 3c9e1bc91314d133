import { KINDS, type Kind } from '../schema/kinds.ts';
import { RECORD_ID } from '../schema/primitives.ts';

/** Where the form is, without base and language. */
export const FORM_PATH = 'contribute/';

/** With what the form opens: a record to correct, an empty one of a kind, or a mere suggestion. */
export type FormStart =
  | { readonly start: 'correct'; readonly kind: Kind; readonly id: string }
  | { readonly start: 'new'; readonly kind: Kind }
  | { readonly start: 'suggest' };

/** The form's path with what it opens with: `contribute/?correct=project:ca/gc-notify`, `?new=organization`, `?suggest`. */
export function formPath(start: FormStart): string {
  if (start.start === 'suggest') return `${FORM_PATH}?suggest`;
  return `${FORM_PATH}?${start.start === 'new' ? `new=${start.kind}` : `correct=${start.kind}:${start.id}`}`;
}

/** What the query of an address asks the form to open with; nothing where it asks for nothing. A correction may name no record. */
export function formStart(
  search: string,
): FormStart | { readonly start: 'unknown'; readonly asked: string } | undefined {
  const query = new URLSearchParams(search);
  const asked = query.get('correct');
  if (asked !== null) {
    const [, kind = '', id = ''] = /^([a-z]+):(.*)$/s.exec(asked) ?? [];
    return isKind(kind) && RECORD_ID.test(id) ? { start: 'correct', kind, id } : { start: 'unknown', asked };
  }
  const kind = query.get('new') ?? '';
  if (isKind(kind)) return { start: 'new', kind };
  return query.has('suggest') ? { start: 'suggest' } : undefined;
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}
