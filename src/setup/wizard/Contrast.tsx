import { formatNumber } from '../../i18n/format.ts';
import { contrastRatio, type Mode, PAIRS, type Palette, type WeakPair, weakPairs } from '../../styles/contrast.ts';
import { isThemeToken } from '../../styles/theme.ts';
import { strongColor } from '../strong-color.ts';
import { idOf, useWizard } from './context.ts';
import { colorKey } from './state.ts';
import { colorName, ratioText, weakWords } from './words.ts';

type Palettes = readonly (readonly [Mode, Palette])[];

/** The pairs that a copy chooses itself; paper upon ink is as strong as ink upon paper. */
const SHOWN = PAIRS.filter(({ front, back }) => front !== 'paper' && isThemeToken(front) && isThemeToken(back));

/** How strong each pair is, by day and by night; what is too weak is told, with a colour that would do. */
export function ContrastTable({ palettes }: { palettes: Palettes }) {
  const { t } = useWizard();
  const weak = palettes.flatMap(([mode, palette]) => weakPairs(palette, mode));
  return (
    <div id={idOf('contrast')} tabIndex={-1} class="wizard-contrast">
      <h3>{t('setup.contrast')}</h3>
      {weak.length === 0 ? (
        <p class="form-fine">{t('setup.allStrong')}</p>
      ) : (
        <ul class="form-found" role="list">
          {weak.map((pair) => (
            <WeakLine key={`${pair.front} ${pair.back} ${pair.mode}`} pair={pair} palettes={palettes} />
          ))}
        </ul>
      )}
      <table>
        <caption class="visually-hidden">{t('setup.contrast')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('setup.needs')}</th>
            <th scope="col">{t('setup.day')}</th>
            <th scope="col">{t('setup.night')}</th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(({ front, back, least }) => (
            <tr key={`${front} ${back}`}>
              <th scope="row">{t('setup.pair', { front: colorName(front, t), back: colorName(back, t) })}</th>
              <td>{formatNumber(least, t.lang)}</td>
              {palettes.map(([mode, palette]) => (
                <Ratio key={mode} ratio={ratioOf(palette, front, back)} least={least} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ratioOf(palette: Palette, front: string, back: string): number {
  return contrastRatio(palette.get(front) ?? '#000000', palette.get(back) ?? '#000000');
}

function Ratio({ ratio, least }: { ratio: number; least: number }) {
  const { t } = useWizard();
  const text = ratioText(ratio, t.lang);
  return ratio < least ? <td class="bad">{t('setup.tooWeak', { ratio: text })}</td> : <td>{text}</td>;
}

/** A pair that cannot be read. Where one of the two is the copy's own, the nearest that can is offered. */
function WeakLine({ pair, palettes }: { pair: WeakPair; palettes: Palettes }) {
  const { t, setColors, say } = useWizard();
  const { front, back, mode, least } = pair;
  const palette = palettes.find(([each]) => each === mode)?.[1];
  const color = strongColor(palette?.get(front) ?? '#000000', palette?.get(back) ?? '#ffffff', least);
  const mend = () => {
    if (!isThemeToken(front)) return;
    setColors({ [colorKey(front, mode)]: color });
    say(t('setup.mended', { token: colorName(front, t), color }));
    document.getElementById(idOf('contrast'))?.focus();
  };
  return (
    <li>
      <span class="form-chosen-name">{weakWords(pair, t)}</span>
      {isThemeToken(front) && (
        <button type="button" class="form-small-button" onClick={mend}>
          {t('setup.mend', { color, token: colorName(front, t) })}
        </button>
      )}
    </li>
  );
}
