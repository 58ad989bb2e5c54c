import { dayInTokyo, writeDay } from '../../../../platform/i18n/dates.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { writeMonth } from '../../../../ui/text/month.ts';
import { fewestSearchers } from '../counting/keeping.ts';
import type { Measure } from '../counting/tally.ts';
import { entriesByState, expiringEntries, reviewTimes } from '../editorial-figures.ts';
import { maxCounted, opinionsOf, type Traffic, trafficOver } from '../figures.ts';
import { figureText } from '../messages.ts';
import { addMonths, type Period } from '../period.ts';
import type { Cell, ChartedTable, FigureTable } from '../views.ts';
import { nameIn, namesByPage } from './record-names.ts';

type Months = Pick<Period, 'from' | 'to'>;

/** Most rows of a ranked table. */
const maxRanked = 50;
/** Minimum number of months of review times shown. */
const fewestMonths = 12;
/** Number of most viewed pages from which entries are selected. */
const maxPages = 1_000;
const expiringWithin = 90;

/** Loads the tables of figures in the reader's language. */
export class FigureTables {
  readonly #platform: Platform;
  readonly #ctx: PageContext;

  constructor(platform: Platform, ctx: PageContext) {
    this.#platform = platform;
    this.#ctx = ctx;
  }

  get #db() {
    return this.#platform.connection.db;
  }

  get #words() {
    return figureText(this.#ctx).label;
  }

  /** Kinds that people enter at the desk. */
  get kinds(): string[] {
    return this.#platform.kinds.listed().map(({ name }) => name);
  }

  async traffic(period: Months): Promise<ChartedTable & { over: readonly Traffic[] }> {
    const times = await trafficOver(this.#db, period);
    const over = times.filter(({ time }) => time <= this.#ctx.today);
    const { title, time, views, visitors } = this.#words.tables.traffic;
    const table: FigureTable = {
      name: 'traffic',
      title,
      columns: [{ label: time }, { label: views, numeric: true }, { label: visitors, numeric: true }],
      rows: over.map((each) => [this.#time(each.time), each.views, each.visitors]),
      note: this.#words.visitorNote,
    };
    const chart = {
      times: times.map((each) => this.#shortTime(each.time)),
      bars: { label: views, values: over.map((each) => each.views) },
      line: { label: visitors, values: over.map((each) => each.visitors) },
    };
    return { over, table, chart };
  }

  /** Review times of a period; a short one includes earlier months for comparison. */
  async reviews({ from, to }: Months): Promise<ChartedTable> {
    const [first = from] = [from, addMonths(to, 1 - fewestMonths)].toSorted();
    const times = await reviewTimes(this.#db, { from: first, to });
    const { title, month, decisions, median, ninetieth } = this.#words.tables.reviews;
    const table: FigureTable = {
      name: 'reviews',
      title,
      columns: [
        { label: month },
        { label: decisions, numeric: true },
        { label: median, numeric: true },
        { label: ninetieth, numeric: true },
      ],
      rows: times.map((each) => [
        this.#time(each.month),
        each.decisions,
        writeDays(each.median),
        writeDays(each.ninetieth),
      ]),
    };
    const chart = {
      times: times.map((each) => this.#shortTime(each.month)),
      bars: { label: median, values: times.map((each) => each.median) },
      line: { label: ninetieth, values: times.map((each) => each.ninetieth) },
    };
    return { table, chart };
  }

  /** Records by how often their pages were shown. */
  async records(period: Months): Promise<FigureTable> {
    const names = namesByPage(this.#platform, this.#ctx);
    const pages = await maxCounted(this.#db, 'page', period, maxPages);
    const rows = pages.flatMap(({ subject, count }): Cell[][] => {
      const name = names.get(subject);
      return name === undefined ? [] : [[{ text: name, href: this.#ctx.href(subject) }, count]];
    });
    return this.#ranking('records', rows.slice(0, maxRanked));
  }

  async pages(period: Months): Promise<FigureTable> {
    const pages = await maxCounted(this.#db, 'page', period, maxRanked);
    const cell = (page: string): Cell =>
      page.includes(':') ? page : { text: page, href: this.#ctx.href(page) };
    return this.#ranking(
      'pages',
      pages.map(({ subject, count }) => [cell(subject), count]),
    );
  }

  async referrers(period: Months): Promise<FigureTable> {
    const hosts = await maxCounted(this.#db, 'referrer', period, maxRanked);
    return this.#ranking(
      'referrers',
      hosts.map(({ subject, count }) => [subject, count]),
    );
  }

  searches(period: Months): Promise<FigureTable> {
    return this.#terms('searches', 'search', period);
  }

  async withoutResult(period: Months): Promise<FigureTable> {
    const table = await this.#terms('no-result', 'no-result', period);
    return { ...table, note: `${table.note} ${this.#words.synonymNote}` };
  }

  /** Whether pages were useful, and why not. */
  async opinions(period: Months): Promise<FigureTable> {
    const { title, page, useful, notUseful, reasons } = this.#words.tables.opinions;
    const opinions = await opinionsOf(this.#db, period, maxRanked);
    const said: Readonly<Record<string, string>> = this.#words.opinionReasons;
    return {
      name: 'opinions',
      title,
      columns: [
        { label: page },
        { label: useful, numeric: true },
        { label: notUseful, numeric: true },
        { label: reasons },
      ],
      rows: opinions.map((each) => [
        { text: each.page, href: this.#ctx.href(each.page) },
        each.useful,
        each.notUseful,
        each.reasons.map(({ reason, count }) => `${said[reason] ?? reason} ${count}`).join(' / '),
      ]),
      note: this.#words.opinionNote,
    };
  }

  async states(): Promise<FigureTable> {
    const counts = await entriesByState(this.#db, this.kinds);
    const names = Object.entries(this.#words.states);
    return this.#ranking(
      'states',
      names.map(([state, name]) => [name, counts.get(state) ?? 0]),
    );
  }

  async expiring(): Promise<FigureTable> {
    const { kinds, now } = this.#platform;
    const entries = await expiringEntries(this.#db, this.kinds, expiringWithin, now());
    const { title, name, until } = this.#words.tables.expiring;
    return {
      name: 'expiring',
      title,
      columns: [{ label: name }, { label: until }],
      rows: entries.map(({ id, kind, data, expiresAt }) => [
        { text: nameIn(kinds.get(kind), data, this.#ctx) ?? id, href: this.#ctx.href(`/desk/entries/${id}`) },
        writeDay(dayInTokyo(expiresAt), this.#ctx.language),
      ]),
    };
  }

  async #terms(name: 'searches' | 'no-result', measure: Measure, period: Months): Promise<FigureTable> {
    const terms = await maxCounted(this.#db, measure, period, maxRanked);
    const rows = terms.map(({ subject, count }) => [
      { text: subject, href: this.#ctx.href(`/search?q=${encodeURIComponent(subject)}`) },
      count,
    ]);
    return { ...this.#ranking(name, rows), note: this.#words.searchNote(fewestSearchers) };
  }

  #ranking(
    name: 'records' | 'pages' | 'referrers' | 'searches' | 'no-result' | 'states',
    rows: readonly (readonly Cell[])[],
  ): FigureTable {
    const { title, subject, count } = this.#words.tables[name];
    return { name, title, columns: [{ label: subject }, { label: count, numeric: true }], rows, bars: true };
  }

  #time(time: string): string {
    const { language } = this.#ctx;
    return time.length === 7 ? writeMonth(time, language) : writeDay(time, language);
  }

  #shortTime(time: string): string {
    const number = Number(time.slice(-2));
    if (time.length > 7) return String(number);
    return this.#ctx.language === 'ja' ? `${number}月` : time.slice(2).replace('-', '/');
  }
}

function writeDays(days: number | null): string {
  return days === null ? '–' : days.toFixed(1);
}
