import { weakPairsOf } from '../styles/derive.ts';
import { isThemeToken, kindOfToken, type ParsedTheme, parseTheme, THEME_TOKENS } from '../styles/theme.ts';
import { logoFile, type ThemeValueKind } from '../styles/theme-values.ts';
import { didYouMean } from './nearest.ts';
import { anyOf, type Phrase, phrase } from './phrase.ts';
import { type RegistryRule, type Report, shown } from './rule.ts';

const EXPECTED: Readonly<Record<ThemeValueKind, Phrase>> = {
  color: phrase('themeColor'),
  fonts: phrase('themeFonts'),
  radius: phrase('themeRadius'),
  logo: phrase('themeLogo'),
  banner: phrase('themeBanner'),
};

const NAMES = THEME_TOKENS.map((token) => `--${token}`);

export const theme: RegistryRule = {
  id: 'theme',
  severity: 'error',
  doc: {
    title: 'The look of a copy is a few values that everybody can read',
    why: 'A style sheet could load from elsewhere, hide text, or show colours that many people cannot tell apart.',
    mend: 'Write theme.css as one block “:root { --accent: #0b5a6f; }”, with colours, fonts, radius, logo and banner only.',
  },
  messages: {
    outside: 'Only comments may stand beside the one block of the theme.',
    declaration: 'This is not a token and its value.',
    unknown: 'A theme has no token “{token}”.',
    twice: 'The token “{token}” stands twice.',
    value: 'This value does not fit the token “{token}”.',
    unclosed: 'What begins here has no end.',
    day: 'By day, “{front}” cannot be read upon “{back}”: their contrast is {ratio}.',
    night: 'By night, “{front}” cannot be read upon “{back}”: their contrast is {ratio}.',
    logo: 'There is no file “{name}” beside theme.css.',
  },
  hints: {
    outside: 'Take it out: a theme has one block and no rules of its own.',
    declaration: 'Write a token, a colon, its value and a semicolon, as “--accent: #0b5a6f;”.',
    twice: 'Keep one of the two.',
    value: 'Write one of what is expected, and nothing else.',
    unclosed: 'Write the end of the comment (*/) or of the block (}).',
    day: 'Make one of the two lighter or darker; of light-dark(day, night) the first colour counts here.',
    night: 'Make one of the two lighter or darker; of light-dark(day, night) the second colour counts here.',
    logo: 'Put the picture there, or write “--logo: none;”.',
  },
  check({ theme: sheet, logos = [] }, report) {
    if (sheet === undefined) return;
    const { file } = sheet;
    const parsed = parseTheme(sheet.css);
    for (const problem of parsed.problems) reportProblem(file, problem, report);
    reportWeakPairs(file, parsed, report);
    const name = logoFile(parsed.values.logo);
    if (name !== undefined && !logos.some((logo) => logo.file === name))
      report({ code: 'logo', file, offset: parsed.places.get('logo') ?? 0, found: name, values: { name } });
  },
};

function reportProblem(file: string, { code, offset, found, token }: ParsedTheme['problems'][number], report: Report) {
  const at = { code, file, offset, found: shown(found) };
  if (code === 'unknown') {
    report({ ...at, values: { token: shown(found) }, expected: anyOf(NAMES), ...didYouMean(found, NAMES) });
  } else if (token === undefined) report(at);
  else {
    const expected = code === 'value' ? { expected: EXPECTED[kindOfToken(token)] } : {};
    report({ ...at, values: { token: `--${token}` }, ...expected });
  }
}

function reportWeakPairs(file: string, { values, places }: ParsedTheme, report: Report) {
  for (const { front, back, mode, ratio, least, colors } of weakPairsOf(values))
    report({
      code: mode === 'light' ? 'day' : 'night',
      file,
      offset:
        [front, back, ...THEME_TOKENS].flatMap((token) => (isThemeToken(token) ? (places.get(token) ?? []) : []))[0] ??
        0,
      // Rounded down: what is too little never reads as enough.
      values: { front: `--${front}`, back: `--${back}`, ratio: Math.floor(ratio * 100) / 100 },
      found: colors.join(', '),
      expected: phrase('atLeast', { min: least }),
    });
}
