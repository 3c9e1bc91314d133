import { languageAttributes } from '../../../i18n/language-attributes.ts';
import type { Option } from '../codes.ts';
import { useCombobox } from './use-combobox.ts';

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
export function Combobox({ id, described, label, listLabel, hint, ...suggesting }: Props) {
  const { text, active, shown, options, list, type, choose, leave, onKeyDown } = useCombobox(suggesting);
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
        {...(active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        {...described}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
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
