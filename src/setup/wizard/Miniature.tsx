import { languageAttributes } from '../../i18n/language-attributes.ts';
import type { Mode, Palette } from '../../styles/contrast.ts';
import { listOf } from '../texts.ts';
import { useWizard } from './context.ts';
import { languagesIn, shownText } from './state.ts';

/**
 * The masthead, a card and a button in the colours of a copy: the site's own styles, with its tokens. Nobody can use it, so that it is
 * hidden from who cannot see it: what it says stands in the fields.
 */
export function Miniature({ mode, palette }: { mode: Mode; palette: Palette }) {
  const { t, data, state } = useWizard();
  const languages = languagesIn(state.texts, data.lang);
  const name = shownText(state.named.name, languages);
  const tagline = shownText(state.named.tagline, languages);
  const tokens = Object.fromEntries([...palette].map(([token, color]) => [`--${token}`, color]));
  return (
    <figure class="wizard-sample" style={{ ...tokens, 'color-scheme': mode }}>
      <figcaption>{t(mode === 'light' ? 'setup.day' : 'setup.night')}</figcaption>
      <div aria-hidden="true" class="wizard-sample-page">
        <p class="wizard-sample-name">
          <span {...languageAttributes(name?.lang)}>{name?.text ?? t('setupAsk.name')}</span>
          {tagline && <small {...languageAttributes(tagline.lang)}>{tagline.text}</small>}
        </p>
        <div class="wizard-sample-card">
          <span class="tab">{(listOf(state.texts.zone)[0] ?? 'xx').toUpperCase()}</span>
          <div>
            <p class="wizard-sample-title">
              <span class="form-preview-link">{t('setup.sampleProject')}</span>{' '}
              <span class="stamp">{t('status.stable')}</span>
            </p>
            <p>{t('setup.sampleSummary')}</p>
            <p>
              <span class="button">{t('setup.sampleButton')}</span>{' '}
              <span class="wizard-sample-focus">{t('setup.sampleFocus')}</span>
            </p>
          </div>
        </div>
      </div>
    </figure>
  );
}
