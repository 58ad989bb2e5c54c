import { SaxesParser } from 'saxes';
import type { LawElement } from './law-text.ts';
import { LawTextError } from './law-text-error.ts';

/** The largest law in force, 法人税法施行令, has some 6 MB; the deepest some 25 levels. */
const maxBytes = 64 * 1024 * 1024;
const maxLevels = 100;

/** Parses XML incrementally; if a document wraps the law (a law API response), returns the whole document. */
export class XmlTree {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  readonly #open: LawElement[] = [];
  #bytes = 0;
  #root: LawElement | undefined;

  constructor() {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new LawTextError('malformed', this.#position(), error.message.replace(/^\d+:\d+: /, ''));
    });
    parser.on('doctype', () => {
      throw new LawTextError('doctype', this.#position());
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (this.#open.length >= maxLevels)
        throw new LawTextError('too-deep', this.#position(), String(maxLevels));
      const element: LawElement = { name, attributes, children: [] };
      const parent = this.#open.at(-1);
      if (parent) parent.children.push(element);
      else this.#root = element;
      this.#open.push(element);
    });
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
    parser.on('closetag', () => {
      this.#open.pop();
    });
  }

  push(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > maxBytes)
      throw new LawTextError('too-large', this.#position(), `${maxBytes / 1024 / 1024} MB`);
    this.#parser.write(this.#decode(piece));
  }

  end(): LawElement {
    this.#parser.write(this.#decode());
    if (this.#bytes === 0) throw new LawTextError('empty', '1:1');
    const unclosed = this.#open.at(-1);
    if (unclosed) throw new LawTextError('truncated', this.#position(), unclosed.name);
    this.#parser.close();
    if (this.#root === undefined) throw new LawTextError('empty', '1:1');
    return this.#root;
  }

  /** White space between elements is layout; a full-width space is text. */
  #add(text: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined || /^[ \t\r\n]*$/.test(text)) return;
    const last = parent.children.length - 1;
    if (typeof parent.children[last] === 'string') parent.children[last] += text;
    else parent.children.push(text);
  }

  #decode(piece?: Uint8Array): string {
    try {
      return piece === undefined ? this.#decoder.decode() : this.#decoder.decode(piece, { stream: true });
    } catch {
      throw new LawTextError('encoding', `${this.#parser.line}:1`);
    }
  }

  #position(): string {
    return `${this.#parser.line}:${this.#parser.column + 1}`;
  }
}
