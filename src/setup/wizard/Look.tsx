import { MODES, type Mode } from '../../styles/contrast.ts';
import { themePalette } from '../../styles/derive.ts';
import type { ThemeToken } from '../../styles/theme.ts';
import { THEME_COLORS } from '../theme-text.ts';
import { ContrastTable } from './Contrast.tsx';
import { idOf, useWizard } from './context.ts';
import { described, Faults, fieldClass } from './Fields.tsx';
import { Miniature } from './Miniature.tsx';
import { colorKey, initialState, themeBefore } from './state.ts';
import { colorName } from './words.ts';

/** Colours, a sample of the site in them, and what can be read upon what. */
export function Look() {
  const { t, data, told, setColors, say } = useWizard();
  const theme = { ...themeBefore(data), ...told.theme };
  const palettes = MODES.map((mode) => [mode, themePalette(theme, mode)] as const);
  return (
    <>
      <div class="wizard-colors">
        {THEME_COLORS.map((token) => (
          <fieldset key={token} class="form-field">
            <legend class="form-label">{colorName(token, t)}</legend>
            {MODES.map((mode) => (
              <ColorInput key={mode} token={token} mode={mode} />
            ))}
          </fieldset>
        ))}
      </div>
      <h3>{t('setup.sample')}</h3>
      <div class="wizard-samples">
        {palettes.map(([mode, palette]) => (
          <Miniature key={mode} mode={mode} palette={palette} />
        ))}
      </div>
      <ContrastTable palettes={palettes} />
      {Object.keys(told.theme).length > 0 && (
        <p>
          <button
            type="button"
            class="form-small-button"
            onClick={() => {
              setColors(initialState(data).colors);
              say(t('setup.shippedColors'));
            }}
          >
            {t('setup.shippedColors')}
          </button>
        </p>
      )}
    </>
  );
}

/** A colour as text, and the browser's own way to choose one beside it. */
function ColorInput({ token, mode }: { token: ThemeToken; mode: Mode }) {
  const { t, state, faults, setColors } = useWizard();
  const key = colorKey(token, mode);
  const field = `color ${key}`;
  const value = state.colors[key] ?? '';
  const label = t(mode === 'light' ? 'setup.colorDay' : 'setup.colorNight', { color: colorName(token, t) });
  const change = ({ currentTarget }: { currentTarget: { value: string } }) => setColors({ [key]: currentTarget.value });
  return (
    <div class={fieldClass(field, faults)}>
      <Faults field={field} />
      <label for={idOf(field)}>
        <span aria-hidden="true">{t(mode === 'light' ? 'setup.day' : 'setup.night')}</span>
        <span class="visually-hidden">{label}</span>
      </label>
      <span class="wizard-color">
        <input
          type="text"
          id={idOf(field)}
          class="form-code"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          maxLength={7}
          value={value}
          {...described(field, faults)}
          onInput={change}
        />
        <input
          type="color"
          aria-label={t('setup.pick', { color: label })}
          autocomplete="off"
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
          onInput={change}
        />
      </span>
    </div>
  );
}
