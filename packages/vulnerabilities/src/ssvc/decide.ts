import { DECISION_POINTS, type DecisionPoint, type Label, type PointName } from './decision-points.ts';
import { DECISION_TABLES, type DecisionTable, type TableName } from './decision-tables.ts';

/** An answer for each question of a table. */
export type SsvcAnswers<Table extends TableName> = {
  [Point in (typeof DECISION_TABLES)[Table]['points'][number]]: keyof (typeof DECISION_POINTS)[Point]['values'];
};

/** One decision on the path through a table. */
export interface SsvcStep {
  point: PointName;
  question: Label;
  value: string;
  answer: Label;
}

/** What a table decides, and why. */
export interface SsvcDecision<Table extends TableName = TableName> {
  table: Table;
  /** The table as CERT/CC or CISA registers it, with its version. */
  registered: string;
  outcome: keyof (typeof DECISION_TABLES)[Table]['outcomes'];
  label: Label;
  /** The answers that led there, in the order of the table. */
  path: SsvcStep[];
  /** The path as one line. */
  reason: Label;
}

/** A question without an answer, or with one it does not take. */
export class SsvcError extends Error {
  readonly point: PointName;
  readonly allowed: readonly string[];
  readonly ja: string;

  constructor(point: PointName, given: unknown) {
    const { label, values }: DecisionPoint = DECISION_POINTS[point];
    const allowed = Object.keys(values);
    const found = given === undefined ? '' : ` (${JSON.stringify(given)})`;
    super(`SSVC: ${label.en} must be one of ${allowed.join(', ')}${found}`);
    this.name = 'SsvcError';
    this.point = point;
    this.allowed = allowed;
    this.ja = `SSVC：${label.ja}は次のいずれかです：${allowed.join('、')}${found}`;
  }
}

/**
 * Decides by an SSVC table: https://certcc.github.io/SSVC/
 * @throws SsvcError where a question has no answer it takes
 */
export function decideSsvc<Table extends TableName>(
  table: Table,
  answers: SsvcAnswers<Table>,
): SsvcDecision<Table> {
  const { registered, points, outcomes, rows }: DecisionTable = DECISION_TABLES[table];
  const given = new Map<string, unknown>(Object.entries(answers));
  let row = 0;
  const path = points.map((point): SsvcStep => {
    const { label, values }: DecisionPoint = DECISION_POINTS[point];
    const answered = given.get(point);
    const position = Object.keys(values).indexOf(String(answered));
    const [value, answer] = Object.entries(values)[position] ?? [];
    if (value === undefined || answer === undefined) throw new SsvcError(point, answered);
    row = row * Object.keys(values).length + position;
    return { point, question: label, value, answer };
  });
  const [outcome, label] = Object.entries(outcomes)[Number(rows[row])] as [
    SsvcDecision<Table>['outcome'],
    Label,
  ];
  const line = (language: keyof Label, separator: string): string =>
    `${path.map(({ question, answer }) => `${question[language]}: ${answer[language]}`).join(separator)} → ${label[language]}`;
  return { table, registered, outcome, label, path, reason: { en: line('en', ', '), ja: line('ja', '、') } };
}
