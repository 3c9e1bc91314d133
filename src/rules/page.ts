import type { Nodes, Root } from 'mdast';
import { type Kind, kindOfFolder } from '../schema/kinds.ts';
import { isKnownPath, isTaken, type PageFile } from '../schema/page.ts';
import { sitePath } from '../schema/page-link.ts';
import { everyDraft, type Registry, recordKey } from '../schema/registry.ts';
import { footnoteFaults, type TextFault } from './markdown.ts';
import { COMPONENTS, mdxFaults, parseMdx } from './mdx.ts';
import { didYouMean } from './nearest.ts';
import { allOf, kindName, type Values, type Words } from './phrase.ts';
import { type RegistryRule, shown } from './rule.ts';

export const page: RegistryRule = {
  id: 'page',
  severity: 'error',
  doc: {
    title: 'Pages of a copy’s own stand where they can be read, and lead somewhere',
    why: 'A page in a language that nobody can choose, or under an address that is taken, would be read by nobody.',
    mend: 'Put the page at pages/<language>/<name>.mdx, in a language of registry.yaml, under a name that no list of the site has.',
  },
  messages: {
    language: 'Nobody can choose the language “{language}” on this site.',
    taken: 'The address “{name}” belongs to a page that the program makes from records.',
    heading: 'This heading leaves out a level.',
    footnote: 'Footnotes are not allowed in a page.',
    record: 'There is no {kind} “{id}”.',
    path: 'The site has no page “{path}”.',
  },
  hints: {
    language: 'Add the language to registry.yaml, or move the page to another one.',
    taken:
      'Give the page another name. Those that can be replaced are about, accessibility, privacy, review and what stands below contribute and fork.',
    heading: 'The title of the page is its first level: begin with ##, and go down by one # at a time.',
    footnote: 'Write the note in the text itself.',
    record: 'Correct the id, or add the record.',
    path: 'Correct the link: a page of the site begins and ends with a slash, without the language, as /projects/.',
  },
  check(registry, report) {
    const { languages } = registry.config;
    const known = knownTargets(registry);
    for (const file of registry.pages ?? []) {
      const { language, name, body, bodyOffset } = file;
      const at = { file: file.file, offset: 0 };
      if (!languages.includes(language))
        report({ code: 'language', ...at, values: { language }, found: language, expected: allOf(languages) });
      if (isTaken(name)) report({ code: 'taken', ...at, values: { name }, found: name });
      for (const { offset, ...fault } of bodyFaults(body, known))
        report({ ...at, ...fault, offset: bodyOffset + offset });
    }
  },
};

type Fault = Omit<TextFault, 'values'> & { readonly values?: Values; readonly hint?: Words };

interface Targets {
  readonly registry: Registry;
  readonly pages: ReadonlySet<string>;
  /** Keys of records that stand or stood: former addresses lead on. */
  readonly records: ReadonlySet<string>;
}

function knownTargets(registry: Registry): Targets {
  const pages: readonly PageFile[] = registry.pages ?? [];
  const former = everyDraft(registry).flatMap(({ kind, data }) =>
    (data.formerIds ?? []).map((id) => recordKey(kind, id)),
  );
  const gone = registry.tombstones.map(({ kind, id }) => recordKey(kind, id));
  return {
    registry,
    pages: new Set(pages.map(({ name }) => name)),
    records: new Set([...registry.known, ...former, ...gone]),
  };
}

/** What is wrong in a text that is sound MDX; the rule `mdx` says what is wrong with others. */
function bodyFaults(body: string, known: Targets): Fault[] {
  if (mdxFaults(body).some(({ code }) => ['syntax', 'deep', 'marks'].includes(code))) return [];
  const tree = parseMdx(body);
  return [...headingFaults(tree), ...footnoteFaults(tree), ...targetFaults(tree, known)];
}

function headingFaults({ children }: Root): Fault[] {
  let level = 1;
  return children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const isSkipped = node.depth === 1 || node.depth > level + 1;
    level = node.depth;
    return isSkipped ? [{ code: 'heading', offset: offsetOf(node), found: '#'.repeat(node.depth) }] : [];
  });
}

function targetFaults(node: Nodes, known: Targets): Fault[] {
  const faults: Fault[] = [];
  if (node.type === 'link' || node.type === 'definition') {
    const path = sitePath(node.url);
    if (path !== undefined && !leadsSomewhere(path, known))
      faults.push({ code: 'path', offset: offsetOf(node), found: node.url, values: { path: node.url } });
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const kind = Object.hasOwn(COMPONENTS, node.name ?? '') ? ((node.name ?? '').toLowerCase() as Kind) : undefined;
    const id = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')?.value;
    if (kind !== undefined && !known.records.has(recordKey(kind, String(id))))
      faults.push({ code: 'record', offset: offsetOf(node), ...unknownRecord(kind, String(id ?? ''), known) });
  }
  return 'children' in node ? [...faults, ...node.children.flatMap((child) => targetFaults(child, known))] : faults;
}

function unknownRecord(kind: Kind, id: string, { registry }: Targets): Omit<Fault, 'code' | 'offset'> {
  const ids = [...registry.known].flatMap((key) => (key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : []));
  return { found: shown(id), values: { kind: kindName(kind), id: shown(id) }, ...didYouMean(id, ids) };
}

function leadsSomewhere(path: string, { pages, records }: Targets): boolean {
  const [folder = '', zone, ...slug] = path.split('/');
  const kind = kindOfFolder(folder);
  if (!isKnownPath(path, pages)) return false;
  return kind === undefined || zone === undefined || records.has(recordKey(kind, `${zone}/${slug.join('/')}`));
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
