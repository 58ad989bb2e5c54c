import { setImmediate } from 'node:timers/promises';
import { SheetError, sheetLimits } from '@kakehashi/spreadsheets';
import type { Label } from '../../../../platform/i18n/localised.ts';
import type { SignedInUser } from '../../../../platform/identity/user.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { readSheet } from '../../../../platform/workers/sheet-reading.ts';
import { fillMerged, recogniseColumns } from '../../../editorial/import/index.ts';
import { amendRuns } from './amend-runs.ts';
import {
  type CellFault,
  type OwnProgramme,
  type ReadRun,
  readRunRow,
  rowColumns,
  withProgrammes,
} from './run-sheet.ts';

const mostRows = 5_000;
const rowsAtOnce = 100;

/** What a file of runs did. */
export interface FileOutcome {
  /** Why nothing could be read of it. */
  refused?: Label;
  added: number;
  changed: number;
  same: number;
  faults: CellFault[];
}

/**
 * Enters the runs of a file: every row that can be read, at once and without review; each of the others is named
 * with its place. The same file again changes nothing.
 */
export async function enterRunsFile(
  platform: Pick<Platform, 'connection' | 'publishing' | 'vocabulary'>,
  bytes: Buffer,
  own: readonly OwnProgramme[],
  by: { user: SignedInUser; reason: string; now: Date },
): Promise<FileOutcome> {
  const nothing = { added: 0, changed: 0, same: 0, faults: [] };
  const headings = rowColumns.flatMap(({ name, heading }) => [name, heading.ja, heading.en]);
  try {
    const sheet = await readSheet(bytes, sheetLimits, headings);
    const recognised = recogniseColumns(sheet.rows, rowColumns);
    if (!recognised) return { ...nothing, refused: noHeadings };
    const { rows } = fillMerged(sheet.rows, sheet.read.merged ?? [], recognised.row);
    if (rows.length - recognised.row - 1 > mostRows) return { ...nothing, refused: tooManyRows };
    const vocabulary = withProgrammes(platform.vocabulary(), own);
    const byId = new Map(own.map((programme) => [programme.id, programme]));
    const read: ReadRun[] = [];
    const faults: CellFault[] = [];
    for (const [index, cells] of rows.entries()) {
      if (index <= recognised.row) continue;
      const row = readRunRow(cells, index + 1, recognised, byId, vocabulary);
      if (row?.ok) read.push(row.value);
      else faults.push(...(row?.faults ?? []));
      if (index % rowsAtOnce === 0) await setImmediate();
    }
    if (read.length === 0 && faults.length === 0) return { ...nothing, refused: noRows };
    return enter(platform, read, faults, byId, by);
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { ...nothing, refused: error.text };
  }
}

/** Each programme's runs in one amendment. */
async function enter(
  platform: Pick<Platform, 'connection' | 'publishing'>,
  read: readonly ReadRun[],
  faults: CellFault[],
  own: ReadonlyMap<string, OwnProgramme>,
  { user, reason, now }: { user: SignedInUser; reason: string; now: Date },
): Promise<FileOutcome> {
  const outcome: FileOutcome = { added: 0, changed: 0, same: 0, faults };
  for (const [programme, rows] of Map.groupBy(read, (row) => row.programme)) {
    // Of two rows with one number the last holds, as in a spreadsheet that grew downwards.
    const put = [...new Map(rows.map(({ run }) => [run.id, run])).values()];
    const before = new Map(own.get(programme)?.runs.map((run) => [run.id, JSON.stringify(sorted(run))]));
    const amended = await amendRuns(platform, programme, { runs: { put }, reason }, user, now);
    if (amended.ok)
      for (const run of put) {
        const was = before.get(run.id);
        if (was === undefined) outcome.added += 1;
        else if (was === JSON.stringify(sorted(run))) outcome.same += 1;
        else outcome.changed += 1;
      }
    else
      for (const { message } of amended.problems)
        outcome.faults.push({
          place: String(rows[0]?.line ?? ''),
          heading: { ja: '講座', en: 'Programme' },
          text: own.get(programme)?.title.ja ?? programme,
          wrong: notEntered,
          mend: message,
        });
  }
  return outcome;
}

function sorted(run: object): [string, unknown][] {
  return Object.entries(run)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const noHeadings: Label = {
  ja: '項目の名前の行が見つかりませんでした。見本ファイルの1行目（項目の名前）を、そのまま使ってください。',
  en: 'No row of headings was found. Use the first row of the template as it is.',
};
const noRows: Label = {
  ja: '日程の行がありません。見本ファイルの例の行の下に、1行に1つずつ書いてください。',
  en: 'There are no rows of runs. Write one run a row below the example of the template.',
};
const tooManyRows: Label = {
  ja: '一度に読めるのは5,000行までです。ファイルを分けてください。',
  en: 'At most 5,000 rows are taken at a time. Divide the file.',
};
const notEntered: Label = {
  ja: 'この講座の日程は入れられませんでした。',
  en: 'The runs of this programme could not be entered.',
};
