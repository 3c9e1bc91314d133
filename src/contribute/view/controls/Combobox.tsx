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

/** A text input with suggestions: the pattern “editable combobox with list autocomplete” of the ARIA practices guide. */
export function Combobox({ id, described, label, search, onChoose, onLeave, listLabel, hint }: Props) {
  const { t, say } = useForm();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const options = open ? search(text) : [];
  const shown = open && options.length > 0;

  useEffect(() => {
    if (open && text !== '') say(t('form.found', { count: options.length }));
  }, [open, text]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = ({ value }: Option) => {
    close();
    setText('');
    onChoose(value);
  };
  const leave = () => {
    close();
    if (text.trim() === '') return;
    setText('');
    onLeave(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const next = event.key === 'ArrowDown' ? active + 1 : active - 1;
      setActive(next > last ? 0 : next < 0 ? last : next);
    } else if (event.key === 'Enter' && (shown || text !== '')) {
      // Enter chooses; it would else submit the step with a text that nobody took.
      event.preventDefault();
      const option = options[active];
      if (option !== undefined) choose(option);
      else leave();
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
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
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
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
