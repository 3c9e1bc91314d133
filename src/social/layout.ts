import type { ContainerNode, Node, TextNode } from '@takumi-rs/core';
import { directionOf } from '../i18n/format.ts';
import type { Palette } from '../styles/contrast.ts';
import type { SocialCard } from './card.ts';
import { ARABIC, HEADING, TEXT } from './fonts.ts';

type Style = NonNullable<Node['style']>;

const HEADING_STACK = `${HEADING}, ${ARABIC}`;
/** The heading's font stands in for scripts that the text's does not write. */
const TEXT_STACK = `${TEXT}, ${HEADING}, ${ARABIC}`;

/** The card as the renderer takes it: a page of the ledger, ruled, with tab and stamp. */
export function layoutOf(card: SocialCard, palette: Palette): Node {
  const dir = directionOf(card.lang);
  const color = (token: string) => palette.get(token) ?? '#000000';
  return {
    ...box(
      {
        width: '100%',
        height: '100%',
        flexDirection: 'column',
        padding: '56px 72px',
        direction: dir,
        backgroundColor: color('paper'),
        color: color('ink'),
        fontFamily: TEXT_STACK,
      },
      [header(card, color), body(card, color), foot(card, color)],
    ),
    dir,
    lang: card.lang,
  };
}

type Color = (token: string) => string;

function header({ site, kind, name }: SocialCard, color: Color): Node {
  const style = {
    justifyContent: 'space-between',
    alignItems: 'center',
    height: 72,
    borderBottom: `2px solid ${color('ink')}`,
  };
  // The picture of the whole site has the site's name below, large.
  const title = kind === undefined && site === name ? '' : site;
  return box(style, [
    text(title, { fontFamily: HEADING_STACK, fontSize: 34, fontWeight: 600, lineClamp: 1 }),
    text(kind ?? '', { fontSize: 26, color: color('ink-soft') }),
  ]);
}

function body({ name, code, place, lang }: SocialCard, color: Color): Node {
  const tab = {
    fontSize: 26,
    fontWeight: 700,
    border: `2px solid ${color('ink')}`,
    borderBottomWidth: 5,
    padding: '2px 12px',
    flexShrink: 0,
  };
  return box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap: 22 }, [
    text(name, {
      fontFamily: HEADING_STACK,
      fontWeight: 600,
      fontSize: nameSize(name),
      // Arabic letters carry marks above and below.
      lineHeight: directionOf(lang) === 'rtl' ? 1.4 : 1.12,
      lineClamp: 3,
      overflowWrap: 'anywhere',
    }),
    box({ alignItems: 'center', gap: 20 }, [
      ...(code === undefined ? [] : [text(code, tab)]),
      ...(place === undefined ? [] : [text(place, { fontSize: 32, lineClamp: 1, color: color('ink-soft') })]),
    ]),
  ]);
}

/** The longer a name, the smaller, so that three lines hold nearly all. */
function nameSize(name: string): number {
  const length = [...name].length;
  if (length <= 18) return 112;
  if (length <= 36) return 84;
  return length <= 72 ? 66 : 50;
}

const MAX_STAMP = 56;

function foot({ lang, stamp }: SocialCard, color: Color): Node {
  const rule = { borderTop: `1px solid ${color('hairline')}`, paddingTop: 26, height: 88 };
  if (stamp === undefined) return box(rule, []);
  const words = stamp.parts.join(' · ').toLocaleUpperCase(lang);
  const tint = color(stamp.tone === 'strong' ? 'stamp' : 'ink-soft');
  return box(rule, [
    text(words, {
      fontSize: words.length > MAX_STAMP ? 20 : 26,
      fontWeight: 700,
      lineClamp: 1,
      color: tint,
      border: `8px double ${tint}`,
      borderRadius: 2,
      padding: '4px 18px',
      // Joined letters must stay joined.
      letterSpacing: directionOf(lang) === 'rtl' ? 0 : 2,
    }),
  ]);
}

function box(style: Style, children: Node[]): ContainerNode {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function text(words: string, style: Style): TextNode {
  return { type: 'text', text: words, style };
}
