import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  AdvisoryIndex,
  type ExploitationFeeds,
  readSbom,
  readVex,
  type Sbom,
  SbomError,
  type VexDocument,
} from '@kakehashi/vulnerabilities';
import { CommandError, type CommandIo } from '../../../platform/command-line/command.ts';
import { collectedFeeds } from './collecting/collected-feeds.ts';
import { collectedIndex, isCollected } from './collecting/collected-index.ts';
import { advisoriesFolder } from './data-folder.ts';

/** Reads a bill of materials from a file, or from standard input for `-`. @throws CommandError */
export async function readBill(name: string, io: CommandIo): Promise<Sbom> {
  const path = resolve(io.folder, name);
  try {
    const size = name === '-' ? 0 : (await stat(path)).size;
    const label = { ja: '部品表を読んでいます', en: 'Reading the bill of materials' }[io.language];
    return await readSbom(watched(name === '-' ? io.stdin : createReadStream(path), size, label, io));
  } catch (error) {
    throw readingError(error, name);
  }
}

/** Reads verdicts from files of any VEX format. @throws CommandError */
export async function readVerdicts(names: readonly string[], io: CommandIo): Promise<VexDocument[]> {
  const documents: VexDocument[] = [];
  for (const name of names) {
    try {
      documents.push(await readVex(createReadStream(resolve(io.folder, name))));
    } catch (error) {
      throw readingError(error, name);
    }
  }
  return documents;
}

/** Loads advisories from folders and zips, or from what `advisories update` has collected. @throws CommandError */
export async function loadAdvisories(names: readonly string[], io: CommandIo): Promise<AdvisoryIndex> {
  const folder = advisoriesFolder(io);
  if (names.length === 0 && !isCollected(folder)) {
    throw new CommandError({
      ja: '脆弱性情報がありません。--advisories でフォルダか zip を指定するか、先に「kakehashi advisories update」を実行してください。',
      en: 'There are no advisories. Name a folder or zip with --advisories, or run "kakehashi advisories update" first.',
    });
  }
  io.progress({ ja: '脆弱性情報を読み込んでいます…', en: 'Loading advisories…' }[io.language]);
  if (names.length === 0) return collectedIndex(folder);
  const index = new AdvisoryIndex();
  for (const name of names) {
    try {
      await index.load(resolve(io.folder, name));
    } catch (error) {
      throw readingError(error, name);
    }
  }
  return index;
}

/** What has been collected of attacks (KEV, EPSS); nothing where nothing has. @throws CommandError */
export async function loadExploitation(io: CommandIo): Promise<ExploitationFeeds> {
  const folder = advisoriesFolder(io);
  try {
    return await collectedFeeds(folder);
  } catch (error) {
    throw readingError(error, folder);
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

function readingError(error: unknown, name: string): unknown {
  if (error instanceof SbomError) {
    const place = error.place === '' ? '' : `${error.place}: `;
    return new CommandError(
      { ja: `${name}: ${place}${error.text.ja}`, en: `${name}: ${place}${error.text.en}` },
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
    : new CommandError({ ja: `${name}: ${reason.ja}`, en: `${name}: ${reason.en}` }, { cause: error });
}

const fileReasons: Record<string, { ja: string; en: string }> = {
  ENOENT: { ja: 'ファイルがありません。', en: 'no such file.' },
  ENOTDIR: { ja: 'ファイルがありません。', en: 'no such file.' },
  EISDIR: { ja: 'フォルダではなくファイルを指定してください。', en: 'this is a folder; name a file.' },
  EACCES: { ja: '読む権限がありません。', en: 'permission denied.' },
};
