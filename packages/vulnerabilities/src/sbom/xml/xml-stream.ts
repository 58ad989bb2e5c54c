import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Message, ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';

/** Callbacks of an XML reader, in document order. `place` is `line:column path`. */
export interface XmlHandler {
  open(tag: XmlTag, place: () => string): void;
  text(text: string): void;
  close(): void;
}

export interface XmlTag {
  namespace: string;
  name: string;
  attributes: XmlAttribute[];
  /** namespaces declared here, by prefix */
  prefixes: Record<string, string>;
}

interface XmlAttribute {
  namespace: string;
  name: string;
  value: string;
}

/** Different names among the children of one element whose places are counted. */
const maxNamesCounted = 1000;
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads XML piece by piece. Declarations of entities cannot come up, since a DOCTYPE is refused;
 * nothing outside the document is ever fetched.
 */
export class XmlStream {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #path: { name: string; children: Map<string, number> | undefined }[] = [];
  readonly #limits: ReadLimits;
  /** bytes since the last callback: one text or tag must not grow without limit */
  #untold = 0;
  #tagStart = '1:1';

  constructor(handler: XmlHandler, limits: ReadLimits) {
    const parser = this.#parser;
    this.#limits = limits;
    parser.on('error', (error) => {
      throw new SbomError('malformed', this.#position(), error.message.replace(/^\d+:\d+: /, ''));
    });
    parser.on('doctype', () => {
      throw new SbomError('doctype', this.#position());
    });
    parser.on('opentagstart', ({ name }) => {
      this.#tagStart = this.#startOf(name);
    });
    parser.on('opentag', (tag) => {
      this.#untold = 0;
      if (this.#path.length >= limits.depth)
        throw new SbomError('too-deep', this.#position(), String(limits.depth));
      this.#enter(tag.local);
      const start = this.#tagStart;
      handler.open(tagOf(tag), () => `${start} ${this.#where()}`);
    });
    parser.on('text', (text) => handler.text(text));
    parser.on('cdata', (text) => handler.text(text));
    parser.on('comment', () => {
      this.#untold = 0;
    });
    parser.on('closetag', () => {
      this.#untold = 0;
      handler.close();
      this.#path.pop();
    });
  }

  push(piece: Uint8Array): void {
    this.#untold += piece.length;
    if (this.#untold > this.#limits.itemBytes) {
      throw new SbomError(
        'too-large',
        `${this.#position()} ${this.#where()}`,
        String(this.#limits.itemBytes),
      );
    }
    this.#write(() => this.#decoder.decode(piece, { stream: true }));
  }

  end(): void {
    this.#write(() => this.#decoder.decode());
    if (this.#path.length > 0) throw new SbomError('truncated', `${this.#position()} ${this.#where()}`);
    this.#parser.close();
  }

  #write(decode: () => string): void {
    let text: string;
    try {
      text = decode();
    } catch {
      const found: Message = { ja: 'UTF-8 として読めないバイト列', en: 'bytes that are not UTF-8' };
      throw new SbomError('encoding', `${this.#parser.line}:1`, found);
    }
    this.#parser.write(text);
  }

  #position(): string {
    return `${this.#parser.line}:${this.#parser.column + 1}`;
  }

  /** Where a tag begins whose name, and the character after it, have just been read. */
  #startOf(name: string): string {
    const column = this.#parser.column - name.length - 1;
    return column < 1 ? this.#position() : `${this.#parser.line}:${column}`;
  }

  #enter(name: string): void {
    const parent = this.#path.at(-1);
    if (parent) {
      parent.children ??= new Map();
      const count = parent.children.get(name) ?? 0;
      if (count > 0 || parent.children.size < maxNamesCounted) parent.children.set(name, count + 1);
    }
    this.#path.push({ name, children: undefined });
  }

  /** As XPath writes it: `/bom/components/component[3]/name`. */
  #where(): string {
    return this.#path
      .map(({ name }, depth) => {
        const nth = this.#path[depth - 1]?.children?.get(name) ?? 1;
        return nth > 1 ? `/${name}[${nth}]` : `/${name}`;
      })
      .join('');
  }
}

function tagOf(tag: SaxesTagNS): XmlTag {
  const attributes: XmlAttribute[] = [];
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri !== xmlnsNamespace) attributes.push({ namespace: uri, name: local, value });
  }
  return { namespace: tag.uri, name: tag.local, attributes, prefixes: tag.ns };
}
