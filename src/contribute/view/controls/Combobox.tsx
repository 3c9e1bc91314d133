import { useEffect, useRef, useState } from 'preact/hooks';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import type { Option } from '../codes.ts';
import { useForm } from '../context.ts';

interface Props {
  readonly id: string;
  /** What an input says of itself: what describes it, and whether it is wrong. */
  readonly described: object;
  /** The accessible name, where no label stands before it. */
  readonly label?: string;
  /** What a typed text may mean, the best first. */
  readonly search: (text: string) => readonly Option[];
  readonly onChoose: (value: string) => void;
  /** What is done with a text that somebody typed and left without choosing; nothing is lost silently. */
  readonly onLeave: (text: string) => void;
  readonly listLabel: string;
  readonly hint: string;
}

interface Typed {
  readonly text: string;
  /** Whether the suggestions are shown. */
  readonly open: boolean;
  /** The suggestion that Enter takes, or -1. */
  readonly active: number;
}

const CLOSED: Typed = { text: '', open: false, active: -1 };

/** A text input with suggestions: the pattern “editable combobox with list autocomplete” of the ARIA practices guide. */
export function Combobox({ id, described, label, search, onChoose, onLeave, listLabel, hint }: Props) {
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

  return (
    <div class="form-combobox">
      <p class="form-help">{hint}</p>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-label={label}
        {...(active >= 0 && shown ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        {...described}
        value={text}
        onInput={({ currentTarget }) => change({ text: currentTarget.value, open: true, active: -1 })}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={listLabel} hidden={!shown}>
        {options.map((option, index) => (
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // Before the input loses the focus, and with it the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
          >
            <span {...languageAttributes(option.lang)}>{option.label}</span>
            {option.hint !== undefined && <span class="soft small"> {option.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
