import type { CivilDate } from '../civil-date.ts';
import type { Language, Text } from '../text.ts';
import { type FieldName, fieldNames } from './fields.ts';
import { BenefitInputError, type InputErrorCode } from './input-error.ts';
import { type NumberBounds, yenBounds } from './number-bounds.ts';
import { readDate, readFlag, readNumber, readWord } from './reading.ts';

/** Reads one object field by field and gathers every fault, so that a form can show them all at once. */
export class FieldReader {
  readonly errors: BenefitInputError[];
  readonly #source: Readonly<Record<string, unknown>>;
  readonly #within: string;

  constructor(source: Readonly<Record<string, unknown>>, errors: BenefitInputError[] = [], within = '') {
    this.#source = source;
    this.errors = errors;
    this.#within = within;
  }

  fault(code: InputErrorCode, field: string, ja: string, en: string): undefined {
    const path = this.#within + field;
    const name = this.#name(field);
    this.errors.push(new BenefitInputError(code, path, { ja: `${name.ja}: ${ja}`, en: `${name.en}: ${en}` }));
    return undefined;
  }

  has(field: string): boolean {
    return this.#take(field) !== undefined;
  }

  required(field: string): boolean {
    if (this.has(field)) return true;
    this.fault('missing', field, '入力が必要です。', 'is needed.');
    return false;
  }

  date(field: string): CivilDate | undefined {
    const given = this.#take(field);
    if (given === undefined) return undefined;
    return (
      readDate(given) ??
      this.fault(
        'not-a-date',
        field,
        '2024-10-01 のような実在する日付で入力してください。',
        'is not a date that exists, written like 2024-10-01.',
      )
    );
  }

  number(field: string, bounds: NumberBounds): number | undefined {
    const given = this.#take(field);
    return given === undefined ? undefined : this.#bounded(field, given, bounds);
  }

  yen(field: string): number | undefined {
    return this.number(field, yenBounds);
  }

  /** One value or a list of them. */
  list(field: FieldName, bounds: NumberBounds): number[] | undefined {
    const given = this.#take(field);
    if (given === undefined) return undefined;
    if (!Array.isArray(given)) {
      const only = this.#bounded(field, given, bounds);
      return only === undefined ? undefined : [only];
    }
    if (given.length === 0) return this.fault('missing', field, '入力が必要です。', 'is needed.');
    const values: number[] = [];
    for (let index = 0; index < given.length; index++) {
      const value = this.#bounded(given.length === 1 ? field : `${field}.${index + 1}`, given[index], bounds);
      if (value !== undefined) values.push(value);
    }
    return values.length === given.length ? values : undefined;
  }

  listOfYen(field: FieldName): number[] | undefined {
    return this.list(field, yenBounds);
  }

  flag(field: FieldName): boolean | undefined {
    const given = this.#take(field);
    if (given === undefined) return undefined;
    return (
      readFlag(given) ??
      this.fault('unknown-value', field, '「はい」か「いいえ」で入力してください。', 'is neither yes nor no.')
    );
  }

  word<W extends string>(field: string, vocabulary: Readonly<Record<string, W>>): W | undefined {
    const given = this.#take(field);
    if (given === undefined) return undefined;
    const meaning = readWord(given, vocabulary);
    if (meaning !== undefined) return meaning;
    return this.fault(
      'unknown-value',
      field,
      `次のどれかで入力してください: ${firstWords(vocabulary, 'ja').join('、')}`,
      `is none of: ${firstWords(vocabulary, 'en').join(', ')}`,
    );
  }

  /** A reader of the object inside a field. */
  group(field: FieldName): FieldReader | undefined {
    const given = this.#take(field);
    if (given === undefined) return undefined;
    if (typeof given === 'object' && !Array.isArray(given)) {
      return new FieldReader(given as Record<string, unknown>, this.errors, `${field}.`);
    }
    return this.fault('unknown-value', field, '項目の組で入力してください。', 'is not a group of fields.');
  }

  /** A misspelt field would otherwise be passed over in silence. */
  allowOnly(fields: ReadonlySet<string>): void {
    for (const field in this.#source) {
      if (fields.has(field) || this.#take(field) === undefined) continue;
      this.fault('unknown-field', field, 'この種類では使わない項目です。', 'is not asked for this kind.');
    }
  }

  #take(field: string): unknown {
    const value = this.#source[field];
    return value === null || value === '' ? undefined : value;
  }

  #bounded(field: string, given: unknown, bounds: NumberBounds): number | undefined {
    const value = readNumber(given);
    if (value === undefined) {
      return this.fault('not-a-number', field, '数で入力してください。', 'is not a number.');
    }
    if (bounds.whole && !Number.isInteger(value)) {
      return this.fault('out-of-range', field, '整数で入力してください。', 'must be a whole number.');
    }
    const { min, max } = bounds;
    if (value >= min && value <= max) return value;
    return this.fault(
      'out-of-range',
      field,
      `${min}以上${max}以下で入力してください。`,
      `must be from ${min} to ${max}.`,
    );
  }

  #name(field: string): Text {
    const path = (this.#within + field).replace(/\.\d+$/, '');
    const name = Object.hasOwn(fieldNames, path) ? fieldNames[path as FieldName] : undefined;
    return name ?? { ja: field, en: field };
  }
}

/** The first word a language has for each meaning, so that a message names each meaning once. */
function firstWords(vocabulary: Readonly<Record<string, string>>, language: Language): string[] {
  const words = new Map<string, string>();
  for (const [word, meaning] of Object.entries(vocabulary)) {
    const inLanguage = /^[ -~]+$/.test(word) === (language === 'en');
    if (inLanguage && !words.has(meaning)) words.set(meaning, word);
  }
  return words.size > 0 ? [...words.values()] : Object.keys(vocabulary);
}
