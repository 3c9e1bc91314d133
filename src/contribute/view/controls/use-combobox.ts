import { useEffect, useRef, useState } from 'preact/hooks';
import type { Option } from '../codes.ts';
import { useForm } from '../context.ts';

interface Typed {
  readonly text: string;
  /** Whether the suggestions are shown. */
  readonly open: boolean;
  /** The suggestion that Enter takes, or -1. */
  readonly active: number;
}

const CLOSED: Typed = { text: '', open: false, active: -1 };

interface Suggesting {
  readonly search: (text: string) => readonly Option[];
  readonly onChoose: (value: string) => void;
  readonly onLeave: (text: string) => void;
}

/** What a combobox does: it suggests while one types, and takes a suggestion or the text by keyboard, pointer and leaving. */
export function useCombobox({ search, onChoose, onLeave }: Suggesting) {
  const { t, say } = useForm();
  const [state, setState] = useState(CLOSED);
  // Keys come faster than the page is drawn: what they do is decided by what was typed last.
  const latest = useRef(CLOSED);
  const list = useRef<HTMLDivElement>(null);
  const { text, open, active } = state;
  const options = open ? search(text) : [];
  const shown = open && options.length > 0;

  useEffect(() => {
    if (open && text !== '') say(t('form.found', { count: options.length }));
  }, [open, text]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const change = (part: Partial<Typed>) => {
    latest.current = { ...latest.current, ...part };
    setState(latest.current);
  };
  const choose = ({ value }: Option) => {
    change(CLOSED);
    onChoose(value);
  };
  const leave = () => {
    const typed = latest.current.text.trim();
    change(CLOSED);
    if (typed !== '') onLeave(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = latest.current;
    const found = now.open || event.key.startsWith('Arrow') ? search(now.text) : [];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? now.active + 1 : now.active - 1;
      change({ open: true, active: next >= found.length ? 0 : next < 0 ? found.length - 1 : next });
    } else if (event.key === 'Enter' && (now.open || now.text !== '')) {
      // Enter chooses; it would else submit the step with a text that nobody took.
      event.preventDefault();
      const option = found[now.active];
      if (option !== undefined) choose(option);
      else leave();
    } else if (event.key === 'Escape' && now.open) {
      event.preventDefault();
      change({ open: false, active: -1 });
    }
  };
  const type = (typed: string) => change({ text: typed, open: true, active: -1 });
  return { text, active: shown ? active : -1, shown, options, list, type, choose, leave, onKeyDown };
}
