import { connectDatabase } from '../database/connection.ts';
import { withLock } from '../database/lock.ts';
import type { KindRegistry } from '../publishing/kind.ts';
import { Publishing } from '../publishing/service.ts';
import { Showing } from '../publishing/showing.ts';
import { StartupError, type StartupText } from '../startup-error.ts';
import { createTypesetterSource } from '../typesetting/typesetter-source.ts';
import { type LoadReport, loadContent } from './loader.ts';

export interface SiteContentOptions {
  databaseUrl: string;
  kinds: KindRegistry;
  /** Called for slow steps and for rejected files. */
  report(text: StartupText): void;
}

/** Records between two words of progress. */
const progressEvery = 25;

/**
 * Loads the content folder into the database, one node at a time.
 * @throws StartupError `content-missing` if the folder does not exist
 */
export async function loadSiteContent(folder: string, options: SiteContentOptions): Promise<LoadReport> {
  const { databaseUrl, kinds, report } = options;
  const connection = connectDatabase(databaseUrl);
  const publishing = new Publishing(connection.db, kinds, new Showing(createTypesetterSource(connection.db)));
  const entered = progressReporter(report);
  try {
    const loaded = await withLock(databaseUrl, 'content', () =>
      loadContent(folder, { kinds, publishing, onEntered: entered }, new Date()),
    );
    for (const { file, problems } of loaded.faults)
      report({
        ja: `${file} は載せませんでした。${problems.map(({ message }) => message.ja).join(' ')}`,
        en: `${file} was left out: ${problems.map(({ message }) => message.en).join(' ')}`,
      });
    return loaded;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StartupError('content-missing', {
        ja: `コンテンツのフォルダー ${folder} がありません。KAKEHASHI_CONTENT を確認してください。`,
        en: `there is no content folder ${folder}; check KAKEHASHI_CONTENT`,
      });
    throw error;
  } finally {
    await connection.close();
  }
}

function progressReporter(report: SiteContentOptions['report']): (done: number, total: number) => void {
  return (done, total) => {
    if (done !== 1 && done % progressEvery !== 0 && done !== total) return;
    report({ ja: `コンテンツを載せています… ${done}/${total}`, en: `Publishing content… ${done}/${total}` });
  };
}
