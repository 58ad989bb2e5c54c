export type ProblemCode =
  | 'unreadable'
  | 'unknown-format'
  | 'missing'
  | 'wrong-type'
  | 'too-long'
  | 'too-many'
  | 'duplicate'
  | 'unknown-reference'
  | 'unknown-kind'
  | 'withheld'
  | 'not-in-use'
  | 'in-no-role'
  | 'shared-number'
  | 'named-twice'
  | 'differs-from-shipped';

/** What is wrong with a file, or worth knowing about it, and where. */
export interface FileProblem {
  /** An `error` keeps the file from being imported, a `warning` does not. */
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  /** Where in the file: `roles[3].statements[12]`, or `row 12, text`. */
  readonly place: string;
  readonly message: { readonly ja: string; readonly en: string };
}

/** Problems of one kind that are listed. */
const MOST_LISTED = 1000;
const LONGEST_SHOWN = 60;

/** Collects problems, so that one reading names them all. */
export class Problems {
  readonly #list: FileProblem[] = [];
  readonly #counts = new Map<ProblemCode, number>();

  error(code: ProblemCode, place: string, value?: unknown): void {
    this.#add('error', code, place, value);
  }

  warning(code: ProblemCode, place: string, value?: unknown): void {
    this.#add('warning', code, place, value);
  }

  /** The file as a whole cannot be read, for a reason that is told in words. */
  unreadable(message: FileProblem['message']): void {
    this.#list.push({ severity: 'error', code: 'unreadable', place: '', message });
  }

  get hasErrors(): boolean {
    return this.#list.some(({ severity }) => severity === 'error');
  }

  get list(): readonly FileProblem[] {
    return this.#list;
  }

  #add(severity: FileProblem['severity'], code: ProblemCode, place: string, value: unknown): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_LISTED) return;
    this.#list.push({ severity, code, place, message: messages[code](shown(value)) });
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

type Message = (value: string) => { ja: string; en: string };

const messages: Record<ProblemCode, Message> = {
  unreadable: (value) => ({
    ja: `読めないファイルです（${value}）。`,
    en: `This file cannot be read (${value}).`,
  }),
  'unknown-format': () => ({
    ja: '知っている枠組みの形ではありません。表のときは --framework で枠組みを指定してください。',
    en: 'This is no form of a framework that is known. For a table, name the framework with --framework.',
  }),
  missing: (value) => ({ ja: `${value} がありません。`, en: `${value} is missing.` }),
  'wrong-type': (value) => ({ ja: `ここには ${value} が入ります。`, en: `Here stands ${value}.` }),
  'too-long': (value) => ({
    ja: `長すぎます（${value}文字まで）。`,
    en: `Too long (at most ${value} characters).`,
  }),
  'too-many': (value) => ({ ja: `多すぎます（${value}件まで）。`, en: `Too many (at most ${value}).` }),
  duplicate: (value) => ({ ja: `${value} が2回あります。`, en: `${value} is there twice.` }),
  'unknown-reference': (value) => ({
    ja: `${value} という識別子の項目がファイルにありません。`,
    en: `The file has nothing with the identifier ${value}.`,
  }),
  'unknown-kind': (value) => ({
    ja: `種別「${value}」は使えません（task, knowledge, skill, statement, role のどれか）。`,
    en: `The kind "${value}" is none of task, knowledge, skill, statement, role.`,
  }),
  withheld: (value) => ({
    ja: `${value} は発行元が中身を伏せているため、取り込みません。`,
    en: `${value} is left out: its publisher withholds what it asks.`,
  }),
  'not-in-use': (value) => ({
    ja: `「使われていない」とされた段です。${value} として扱います。`,
    en: `This row says that it is not in use; it stands for ${value}.`,
  }),
  'in-no-role': (value) => ({ ja: `${value} を求める役割がありません。`, en: `No role asks ${value}.` }),
  'shared-number': (value) => ({
    ja: `番号 ${value} は役割と項目の両方にあります。別のものとして扱います。`,
    en: `The number ${value} is both a role's and a statement's; they are kept apart.`,
  }),
  'named-twice': (value) => ({
    ja: `役割が ${value} を2回挙げています。1回として数えます。`,
    en: `The role names ${value} twice; it counts once.`,
  }),
  'differs-from-shipped': (value) => ({
    ja: `同じ版の構造と違います: ${value}`,
    en: `This differs from the structure of the same version: ${value}`,
  }),
};
