import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

/** A fault as an editor underlines it; line and column from 1. */
export interface EditorFault {
  readonly line: number;
  readonly col: number;
  readonly message: string;
}

/** A place in a text: behind the first time that a piece of it stands there. */
export interface Place {
  readonly after: string;
}

/** The YAML language server of editors, on files of this machine alone; schemas are found by the first line of a file, as editors do. */
export class LanguageServer {
  readonly #service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(new URL(uri), 'utf8'),
    workspaceContext: { resolveRelativePath: (path, file) => new URL(path, file).href },
  });
  #version = 0;

  constructor() {
    this.#service.configure({ validate: true, hover: true, completion: true, schemas: [], hoverSchemaSource: false });
  }

  /** @param path of the file, absolute; it need not exist */
  async faults(path: string, text: string): Promise<EditorFault[]> {
    const found = await this.#service.doValidation(this.#document(path, text), false);
    return found.map(({ range: { start }, message }) => ({
      line: start.line + 1,
      col: start.character + 1,
      message: String(message),
    }));
  }

  /** The text that appears over a place, in Markdown. */
  async hover(path: string, text: string, { after }: Place): Promise<string> {
    const document = this.#document(path, text);
    const hover = await this.#service.doHover(document, document.positionAt(text.indexOf(after) + after.length));
    const contents = hover?.contents ?? '';
    return typeof contents === 'string' ? contents : 'value' in contents ? contents.value : '';
  }

  /** What is offered at a place: labels and what is said of them. */
  async offers(path: string, text: string, { after }: Place): Promise<Map<string, string>> {
    const document = this.#document(path, text);
    const { items } = await this.#service.doComplete(
      document,
      document.positionAt(text.indexOf(after) + after.length),
      false,
    );
    return new Map(
      items.map(({ label, documentation = '' }) => [
        label,
        typeof documentation === 'string' ? documentation : documentation.value,
      ]),
    );
  }

  /** The server remembers faults by file and version. */
  #document(path: string, text: string): TextDocument {
    this.#version++;
    return TextDocument.create(pathToFileURL(path).href, 'yaml', this.#version, text);
  }
}
