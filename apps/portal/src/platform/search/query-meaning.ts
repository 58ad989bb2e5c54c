import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { cities, otherNames } from './japanese-cities.ts';

/** A place that a query names. */
export interface NamedPlace {
  /** As typed: 札幌. */
  text: string;
  /** Values of the facet `region` that lie there. */
  regions: readonly string[];
  /** The query without it. */
  rest: string;
}

/** The facet of places and its value for everywhere; the facet of ages. */
export const regionFacet = 'region';
export const nationwide = 'nationwide';
const ageFacet = 'age';

interface Place {
  name: string;
  regions: readonly string[];
}

/** By vocabulary, the names of its places, the longest first. A published vocabulary is immutable. */
const placesOf = new WeakMap<Vocabulary, readonly Place[]>();

/** Readings like だいぶ, and names of more than a place: only with 県 or 地方, or as the whole query. */
const ambiguous = new Set(['大分', '中国', '香川', '宮崎', '山口', '福島', '長野', '石川', '三重']);

/** The place that a query names by its prefecture, a large city or a part of the country; the first of several. */
export function placeIn(query: string, vocabulary: Vocabulary): NamedPlace | undefined {
  const text = query.normalize('NFKC');
  for (const { name, regions } of places(vocabulary)) {
    const at = positionOf(name, text);
    if (at < 0) continue;
    const before = text.slice(0, at).replace(/\b(in|at|near)\s*$/i, '');
    const after = text
      .slice(at + name.length)
      .replace(/^(都|道|府|県|市|地方|周辺|内|在住)?(での|での|では|には|にある|で|の|に)?/u, '');
    return { text: text.slice(at, at + name.length), regions, rest: `${before} ${after}`.trim() };
  }
  return undefined;
}

function positionOf(name: string, text: string): number {
  if (/^[\x20-\x7e]+$/.test(name))
    return text.search(new RegExp(`\\b${name.replace(/[^a-z ]/gi, '.')}\\b`, 'i'));
  const at = text.indexOf(name);
  const isWhole = text.trim() === name || /^\s|^(?:県|地方|府)/.test(text.slice(at + name.length));
  return at >= 0 && ambiguous.has(name) && !isWhole ? -1 : at;
}

function places(vocabulary: Vocabulary): readonly Place[] {
  const known = placesOf.get(vocabulary);
  if (known) return known;
  const found: Place[] = [];
  const values = vocabulary.values(regionFacet).filter((value) => value !== nationwide);
  for (const value of values) {
    const { ja, en } = vocabulary.label(regionFacet, value);
    const names = [ja, ja.replace(/[都府県]$/u, ''), en ?? '', ...(cities[value] ?? [])];
    found.push(...names.filter(Boolean).map((name) => ({ name, regions: [value] })));
  }
  for (const { label, members } of vocabulary.regionGroups()) {
    const inside = members.filter((value) => values.includes(value));
    if (inside.length === 0) continue;
    const names = [
      ...label.ja.split('・'),
      ...(otherNames[label.ja] ?? []),
      ...(label.en ?? '').split(/ and |[()]/).map((name) => name.trim()),
    ];
    found.push(...names.filter(Boolean).map((name) => ({ name, regions: inside })));
  }
  const longestFirst = found.sort((a, b) => b.name.length - a.name.length);
  placesOf.set(vocabulary, longestFirst);
  return longestFirst;
}

const oldestOf: readonly [age: number, value: string][] = [
  [12, 'child'],
  [18, 'teen'],
  [22, 'student'],
  [64, 'adult'],
  [130, 'senior'],
];
const ages = /(\d{1,3})\s*(?:歳|才|さい|-?\s?years?[- ]olds?|[- ]?yo\b)(?:児|の子(?:ども|供)?)?/giu;
const grades = /(小|中|高|大)(?:学校?|校)?\s*([1-6])\s*(?:年生?|年)?(?![\d年月日時分])/gu;
const gradeValues: Readonly<Record<string, string>> = { 小: 'child', 中: 'teen', 高: 'teen', 大: 'student' };

/**
 * A query with ages and grades in the words of the facet of ages: 13歳 教材 is 中高生 教材, 小3 is 小学生.
 * Undefined where it names none.
 */
export function ageNamed(query: string, vocabulary: Vocabulary): string | undefined {
  const word = (value: string) =>
    vocabulary.has(ageFacet, value) ? ` ${vocabulary.label(ageFacet, value).ja} ` : undefined;
  const text = query.normalize('NFKC');
  const named = text
    .replace(ages, (all, years: string) => {
      const value = oldestOf.find(([oldest]) => Number(years) <= oldest)?.[1];
      return (value && word(value)) ?? all;
    })
    .replace(grades, (all, school: string) => word(gradeValues[school] ?? '') ?? all);
  return named === text ? undefined : named.replace(/\s+/g, ' ').trim();
}

const how =
  /(?:の|な|する|を|は|に|で|と|が)*(?:\p{Script=Han}{1,2}[いえきけしせちてびべみめりれ]?方|やりかた|つくりかた|つかいかた|方法|手順|とは|意味|違い|例|一覧|おすすめ|オススメ|について|教えて|安全性?|対策|守り方|危険性?|注意点|大丈夫|知りたい|したい|ほしい)(?:は|を|が|です|ですか|か|ください)*[?？。]?$/u;

/** A query without what only says that it asks: パスワード of パスワードの作り方. Undefined where it says nothing of the kind. */
export function withoutHow(query: string): string | undefined {
  const rest = query.replace(how, '').trim();
  return rest === '' || rest === query ? undefined : rest;
}
