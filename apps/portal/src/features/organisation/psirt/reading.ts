import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  type ExploitationFeeds,
  type ReadOptions,
  readSbom,
  readVex,
  readVexFeed,
  type Sbom,
  SbomError,
  type SbomWarning,
  type VexStatement,
} from '@kakehashi/vulnerabilities';
import { CommandError, type CommandIo, type CommandText } from '../../../platform/command-line/command.ts';
import { collectedFeeds } from './collecting/collected-feeds.ts';
import { advisoriesFolder } from './data-folder.ts';
import { documentKind } from './document-kind.ts';

/** Reads a bill of materials from a file, packed with gzip or not, or from standard input for `-`. @throws CommandError */
export async function readBill(name: string, io: CommandIo, options: ReadOptions = {}): Promise<Sbom> {
  const path = resolve(io.folder, name);
  try {
    const size = name === '-' ? 0 : (await stat(path)).size;
    const label = { ja: '部品表を読んでいます', en: 'Reading the bill of materials' }[io.language];
    const bytes = watched(name === '-' ? io.stdin : createReadStream(path), size, label, io);
    return await readSbom(unpacked(bytes), options);
  } catch (error) {
    throw await readingError(error, name, name === '-' ? undefined : path);
  }
}

/** Verdicts from one source. */
export interface Verdicts {
  /** Path as given by the user. */
  name: string;
  statements: readonly VexStatement[];
  /** Warnings about the document. */
  warnings: readonly SbomWarning[];
  /** Parts of a feed that could not be read, as sentences that name the document. */
  unread: readonly CommandText[];
}

/**
 * Reads verdicts: files of any VEX format, and vendors' feeds as a folder or an archive, of which only what is about
 * these vulnerabilities is kept.
 * @throws CommandError
 */
export async function readVerdicts(
  names: readonly string[],
  vulnerabilities: ReadonlySet<string>,
  io: CommandIo,
): Promise<Verdicts[]> {
  const verdicts: Verdicts[] = [];
  for (const name of names) {
    const path = resolve(io.folder, name);
    try {
      const isFeed = archive.test(path) || (await stat(path)).isDirectory();
      verdicts.push(
        isFeed ? await feedVerdicts(name, path, vulnerabilities) : await fileVerdicts(name, path),
      );
    } catch (error) {
      throw await readingError(error, name, path);
    }
  }
  return verdicts;
}

const archive = /\.(?:zip|tar|tar\.gz|tgz|tar\.zst)$/i;

async function holdsJson(folder: string): Promise<boolean> {
  return (await readdir(folder, { recursive: true })).some((file) => /\.json$/i.test(file));
}

async function fileVerdicts(name: string, path: string): Promise<Verdicts> {
  const { statements, warnings } = await readVex(unpacked(createReadStream(path)));
  return { name, statements, warnings, unread: [] };
}

async function feedVerdicts(
  name: string,
  path: string,
  vulnerabilities: ReadonlySet<string>,
): Promise<Verdicts> {
  const { documents, statements, warnings } = await readVexFeed(path, vulnerabilities);
  if (documents === 0 && !archive.test(path) && !(await holdsJson(path))) {
    throw new CommandError({
      ja: `${name}: 判断の記録（VEX）がありません。OpenVEX か CSAF の JSON を置いたフォルダか、その zip・tar を指定してください。`,
      en: `${name}: no VEX documents in it. Name a folder of OpenVEX or CSAF documents in JSON, or a zip or tar of them.`,
    });
  }
  return { name, statements, warnings: [], unread: warnings.map(({ message }) => message) };
}

/** Collected data about attacks (KEV, EPSS); empty if none was collected. @throws CommandError */
export async function loadExploitation(io: CommandIo): Promise<ExploitationFeeds> {
  const folder = advisoriesFolder(io);
  try {
    return await collectedFeeds(folder);
  } catch (error) {
    throw await readingError(error, folder, undefined);
  }
}

async function* watched(
  source: AsyncIterable<Uint8Array>,
  size: number,
  label: string,
  io: CommandIo,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of source) {
    io.signal.throwIfAborted();
    read += piece.length;
    io.progress(size > 0 ? `${label} ${Math.floor((100 * read) / size)} %` : `${label} ${read}`);
    yield piece;
  }
}

/** Passes bytes through, decompressing gzip. */
async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const head = await iterator.next();
  const whole = (async function* () {
    for (let next = head; !next.done; next = await iterator.next()) yield next.value;
  })();
  const isPacked = !head.done && head.value[0] === 0x1f && head.value[1] === 0x8b;
  if (!isPacked) return yield* whole;
  const packed = Readable.from(whole);
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error)).pipe(plain);
  yield* plain;
}

/** @param path  of the document, where what it is may help whoever gave it */
export async function readingError(
  error: unknown,
  given: string,
  path: string | undefined,
): Promise<unknown> {
  if (error instanceof CommandError) return error;
  const name = given === '-' ? { ja: '標準入力', en: 'standard input' } : { ja: given, en: given };
  if (error instanceof SbomError) {
    const place = error.place === '' ? '' : `${error.place}: `;
    const kind =
      path !== undefined && wrongKinds.has(error.code)
        ? await documentKind(path, misplaced(error))
        : undefined;
    const what = kind ? { ja: `これは${kind.ja}です。`, en: ` It is ${kind.en}.` } : { ja: '', en: '' };
    return new CommandError(
      {
        ja: `${name.ja}: ${place}${error.text.ja}${what.ja}`,
        en: `${name.en}: ${place}${error.text.en}${what.en}`,
      },
      { cause: error },
    );
  }
  if (!(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  const ja = 'ja' in error && typeof error.ja === 'string' ? error.ja : undefined;
  if (ja !== undefined) return new CommandError({ ja, en: error.message }, { cause: error });
  const reason = fileReasons[code ?? ''];
  return reason === undefined
    ? error
    : new CommandError({ ja: `${name.ja}: ${reason.ja}`, en: `${name.en}: ${reason.en}` }, { cause: error });
}

/** Kinds of document to suggest; in an unknown format not a bill, which was asked for and not recognised. */
function misplaced({ code }: SbomError): 'any' | 'no-bill' {
  return code === 'unknown-format' ? 'no-bill' : 'any';
}

const wrongKinds = new Set<SbomError['code']>(['unknown-format', 'unknown-vex-format']);

const damagedGzip = {
  ja: 'gzip が壊れているか、途中で切れています。',
  en: 'the gzip is damaged or cut off.',
};

const fileReasons: Record<string, { ja: string; en: string }> = {
  ENOENT: { ja: 'ファイルがありません。', en: 'no such file.' },
  ENOTDIR: { ja: 'ファイルがありません。', en: 'no such file.' },
  EISDIR: { ja: 'フォルダではなくファイルを指定してください。', en: 'this is a folder; name a file.' },
  EACCES: { ja: '読む権限がありません。', en: 'permission denied.' },
  EPERM: { ja: '読む権限がありません。', en: 'permission denied.' },
  ELOOP: { ja: 'リンクが循環しています。', en: 'its links go round in a circle.' },
  ENAMETOOLONG: { ja: 'ファイル名が長すぎます。', en: 'the file name is too long.' },
  EIO: { ja: '読み取りに失敗しました。', en: 'reading it failed.' },
  Z_DATA_ERROR: damagedGzip,
  Z_BUF_ERROR: damagedGzip,
};
