import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredTerms } from '../../../../platform/collections/facet.ts';
import { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import { recogniseColumns } from '../../../editorial/import/index.ts';
import { programmes } from '../collection.ts';
import { type Run, runPlaces, runStates } from '../kinds/run.ts';
import {
  clockOf,
  filledRows,
  type OwnProgramme,
  readRunRow,
  rowColumns,
  withProgrammes,
} from './run-sheet.ts';

const regions = { label: { ja: '地域', en: 'Region' }, values: { '13': { ja: '東京都', en: 'Tokyo' } } };
const words = new Vocabulary(
  undefined,
  new Map([
    ...declaredTerms(programmes.facets),
    ['run-place', runPlaces],
    ['run-state', runStates],
    ['region', regions],
  ]),
);
const own: OwnProgramme[] = [
  { id: 'one', title: { ja: '講座１' }, runs: [] },
  { id: 'two', title: { ja: '講座２' }, runs: [] },
];
const vocabulary = withProgrammes(words, own);
const byId = new Map(own.map((each) => [each.id, each]));
const headings = rowColumns.map(({ heading, required }) => heading.ja + (required ? ' *' : ''));
const recognised = recogniseColumns([headings], rowColumns);
if (!recognised) throw new Error('the headings were not recognised');
const read = (cells: Record<string, string>, line = 3) =>
  readRunRow(
    rowColumns.map(({ heading }) => cells[heading.ja] ?? ''),
    line,
    recognised,
    byId,
    vocabulary,
  );

const row = {
  講座: '講座１',
  開催日: '令和9年1月15日、2027/1/22',
  開始時刻: '9時30分',
  終了時刻: '0.708333333333333',
  会場かオンラインか: '会場',
  会場の都道府県: '東京',
  会場の名前: '見本会館',
  定員: '２４',
  空き: '残りわずか',
};

describe('a row of a file of runs', () => {
  it('is read as people write days, times, prefectures and numbers', () => {
    expect(read(row)).toMatchObject({
      ok: true,
      value: {
        programme: 'one',
        run: {
          days: ['2027-01-15', '2027-01-22'],
          from: '09:30',
          to: '17:00',
          place: 'onsite',
          prefecture: '13',
          venue: '見本会館',
          capacity: 24,
          state: 'few',
        },
      },
    });
  });

  it('names the same run again, whatever becomes of its places and price, and another for another day', () => {
    const idOf = (cells: Record<string, string>) => {
      const got = read(cells);
      return got?.ok ? got.value.run.id : undefined;
    };
    expect(idOf({ ...row, 空き: '満員', 定員: '30' })).toBe(idOf(row));
    expect(idOf({ ...row, 開催日: '2027-02-01' })).not.toBe(idOf(row));
    expect(idOf({ ...row, 管理番号: 'A-1' })).not.toBe(idOf(row));
  });

  it('says of each cell at fault where it is, what is wrong and how to mend it', () => {
    const faulty = read({ ...row, 会場の都道府県: '江戸', 開催日: '来週' });
    expect(faulty).toMatchObject({ ok: false });
    const places = faulty && !faulty.ok ? faulty.faults.map(({ place, text }) => [place, text]) : [];
    expect(places).toContainEqual([expect.stringMatching(/^[A-Z]3$/), '江戸']);
    expect(places).toContainEqual([expect.stringMatching(/^[A-Z]3$/), '来週']);
    const missing = read({ ...row, 会場の都道府県: '' });
    expect(missing).toMatchObject({ ok: false, faults: [{ heading: { ja: '会場の都道府県' } }] });
  });

  it('needs a programme where the file may name several, and passes over the example and blank rows', () => {
    expect(read({ ...row, 講座: '' })).toMatchObject({ ok: false, faults: [{ heading: { ja: '講座' } }] });
    expect(read({ ...row, 管理番号: '例' })).toBeUndefined();
    expect(read({})).toBeUndefined();
  });
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
const runs: fc.Arbitrary<Run> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 5 }).map((days) => days.sort()),
    from: fc.constantFrom('09:30', '13:00'),
    to: fc.constantFrom('17:00', '24:00'),
    place: fc.constantFrom('onsite' as const, 'both' as const),
    prefecture: fc.constant('13'),
    capacity: fc.integer({ min: 1, max: 500 }),
    price: fc.integer({ min: 0, max: 900_000 }),
    state: fc.constantFrom('open', 'few', 'full', 'cancelled'),
  })
  .map((each) => each as Run);

it('the file with the present runs reads back as those runs', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const [first] = own;
      const mine = { ...first!, runs: [run] };
      const [written = {}] = filledRows([mine], vocabulary, 'ja');
      const cells = rowColumns.map(({ name }) => written[name] ?? '');
      const got = readRunRow(cells, 3, recognised, new Map([[mine.id, mine]]), vocabulary);
      expect(got).toEqual({ ok: true, value: { line: 3, programme: 'one', run } });
    }),
  );
});

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['９時半', '09:30'],
    ['午後6時', '18:00'],
    ['24:00', '24:00'],
    ['0.5', '12:00'],
  ])('%s is %s', (written, clock) => {
    expect(clockOf(written)).toBe(clock);
  });

  it.each(['25:00', '9:75', '朝', ''])('%s is none', (written) => {
    expect(clockOf(written)).toBeUndefined();
  });
});
