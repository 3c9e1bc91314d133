import sax from 'sax';

/** An element of a parsed XML document, without its namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Characters that XML 1.0 does not know: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The root element of a well-formed document. Throws where it is none. */
export function parseXml(text: string): XmlElement {
  const illegal = NOT_XML.exec(text);
  if (illegal !== null) throw new Error(`illegal character at ${illegal.index}`);
  const parser = sax.parser(true, { xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => {
    if (!('uri' in tag)) throw new Error('parsed without namespaces');
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const element = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  const append = (piece: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.ontext = append;
  parser.oncdata = append;
  parser.write(text).close();
  if (root === undefined) throw new Error('no element');
  return root;
}
