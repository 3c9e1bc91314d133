import sax from 'sax';
import type { LogoFile } from '../schema/theme.ts';
import { type Finding, shown } from './rule.ts';

/** Shapes and their colours. Neither links nor scripts nor styles nor animation; `use` could repeat itself without end. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath title desc'.split(
    ' ',
  ),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'xmlns version id role aria-label aria-hidden viewBox width height preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy d points ' +
    'transform opacity color fill fill-rule fill-opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity ' +
    'clip-path clip-rule clipPathUnits'
  ).split(' '),
);
const NAMESPACE = 'http://www.w3.org/2000/svg';
/**
 * What an attribute may hold: no other address than that of a part of the picture, and no `<`, which XML forbids there (section 3.1) and the
 * reader lets through.
 */
const LOCAL = /^(?:url\(#[A-Za-z][\w-]{0,63}\)|(?!.*url)[^:\\<]*)$/is;
const PIXELS = /^(\d{1,4}(?:\.\d{1,4})?)(?:px)?$/;
/** More would say the same. */
const MAX_FAULTS = 20;

export interface SvgFindings {
  readonly faults: readonly Pick<Finding, 'code' | 'offset' | 'found' | 'values'>[];
  /** What the first element says, in pixels. */
  readonly size?: NonNullable<LogoFile['size']>;
  /** Where the first element stands. */
  readonly offset: number;
}

/** What in an SVG is more than a picture. Pure; XML is read strictly, without entities of its own. */
export function svgFaults(svg: string): SvgFindings {
  const faults: SvgFindings['faults'][number][] = [];
  // The types do not know the option. Without it names of HTML would pass that no browser knows in an SVG.
  const reader = sax.parser(true, { strictEntities: true } as sax.SAXOptions);
  let root: { readonly size?: NonNullable<LogoFile['size']>; readonly offset: number } | undefined;
  const report = (code: string, offset: number, found: string, values?: Finding['values']) => {
    if (faults.length < MAX_FAULTS)
      faults.push({
        code,
        offset,
        ...(found === '' ? {} : { found: shown(found) }),
        ...(values === undefined ? {} : { values }),
      });
  };
  const start = () => reader.startTagPosition - 1;
  reader.onerror = ({ message }) => {
    const [problem = ''] = message.split('\n');
    report('xml', Math.max(0, reader.position - 1), '', { problem: shown(problem) });
    throw new XmlError();
  };
  reader.onopentag = ({ name, attributes }) => {
    if (!ELEMENTS.has(name) || (root === undefined) !== (name === 'svg'))
      report('element', start(), name, { name: shown(name) });
    for (const [key, value] of Object.entries(attributes)) {
      const text = String(value);
      if (!ATTRIBUTES.has(key)) report('attribute', start(), `${key}="${text}"`, { name: shown(key) });
      else if (key === 'xmlns' ? text !== NAMESPACE : !LOCAL.test(text)) report('value', start(), text, { name: key });
    }
    root ??= { offset: start(), ...sizeOf(attributes) };
  };
  const other = (text: unknown) => report('other', Math.max(0, reader.startTagPosition - 1), String(text).trim());
  reader.ondoctype = other;
  reader.oncdata = other;
  reader.onprocessinginstruction = ({ name }) => {
    if (name !== 'xml') other(name);
  };
  try {
    reader.write(svg).close();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  return { faults, offset: 0, ...root };
}

class XmlError extends Error {
  override readonly name = 'XmlError';
}

function sizeOf({ width, height }: Readonly<Record<string, unknown>>): Pick<SvgFindings, 'size'> {
  const [wide, high] = [width, height].map((value) => Number(PIXELS.exec(String(value))?.[1] ?? 'NaN')) as [
    number,
    number,
  ];
  return wide > 0 && high > 0 ? { size: { width: wide, height: high } } : {};
}
