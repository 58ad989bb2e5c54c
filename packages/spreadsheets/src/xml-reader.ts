import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { SheetError } from './sheet.ts';

/** Callbacks of an XML reader, in document order; names have no prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const charactersAtOnce = 64 * 1024;

/**
 * Reads XML piece by piece, with a pause for requests between the pieces. A DOCTYPE is refused, so that there are no
 * entities to resolve; nothing outside the document is ever fetched.
 */
export async function readXml(bytes: Uint8Array, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new SheetError('declares-entities');
  });
  parser.on('error', (error) => {
    throw new SheetError('not-a-workbook', error);
  });
  parser.on('opentag', ({ name, attributes }) => listener.open?.(local(name), attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  const text = decoded(bytes);
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    parser.write(text.slice(at, at + charactersAtOnce));
    await setImmediate();
  }
  parser.close();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SheetError('not-a-workbook', error);
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
