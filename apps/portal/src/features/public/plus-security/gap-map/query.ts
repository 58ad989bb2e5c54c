import { done, type Outcome, type Problem, refused } from '../../../../platform/outcome/outcome.ts';
import { type Dimension, type Domains, dimensions, domains } from './demand/dimensions.ts';
import { countOfCells, type GapQuery, isPublished, mostCells, publishedTables } from './gap.ts';

/** A question with the month at whose end it is asked; undefined: the latest. */
export interface AskedGap {
  query: GapQuery;
  until: string | undefined;
}

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const namedParameters = new Set<string>(['by', 'until', 'lang', ...dimensions]);

/**
 * Reads a question strictly, as the API and the file of cells are asked.
 * @returns problems with the codes `unknown-parameter`, `repeated-parameter`, `invalid-value`, `not-published` and
 * `too-many-cells`
 */
export function readGapQuery(params: URLSearchParams, allowed: Domains = domains): Outcome<AskedGap> {
  const problems: Problem[] = [];
  for (const name of new Set(params.keys())) {
    if (!namedParameters.has(name)) problems.push(unknown(name));
    else if (params.getAll(name).length > 1) problems.push(repeated(name));
  }
  const by = (params.get('by') ?? 'role,skill').split(',');
  if (by.some((name) => !isDimension(name)) || new Set(by).size < by.length)
    problems.push(invalid('by', params.get('by') ?? ''));
  const filters: Partial<Record<Dimension, string>> = {};
  for (const dimension of dimensions) {
    const value = params.get(dimension);
    if (value === null || value === '') continue;
    if (allowed[dimension].includes(value)) filters[dimension] = value;
    else problems.push(invalid(dimension, value));
  }
  const until = params.get('until') || undefined;
  if (until !== undefined && !monthPattern.test(until)) problems.push(invalid('until', until));
  const lang = params.get('lang');
  if (lang !== null && lang !== 'ja' && lang !== 'en') problems.push(invalid('lang', lang));
  if (problems.length > 0) return refused(...problems);
  const query = { by: by as Dimension[], filters };
  if (!isPublished(query)) return refused(notPublished);
  if (countOfCells(query, allowed) > mostCells) return refused(tooManyCells);
  return done({ query, until });
}

function isDimension(name: string): name is Dimension {
  return (dimensions as string[]).includes(name);
}

const unknown = (name: string): Problem => ({
  code: 'unknown-parameter',
  field: name.slice(0, 100),
  message: {
    ja: `「${name.slice(0, 100)}」というパラメーターはありません。`,
    en: `There is no parameter “${name.slice(0, 100)}”.`,
  },
});

const repeated = (name: string): Problem => ({
  code: 'repeated-parameter',
  field: name,
  message: { ja: `「${name}」は一度だけ書けます。`, en: `“${name}” can be given once.` },
});

const invalid = (name: string, value: string): Problem => ({
  code: 'invalid-value',
  field: name,
  message: {
    ja: `「${name}」に「${value.slice(0, 100)}」という値はありません。`,
    en: `“${name}” has no value “${value.slice(0, 100)}”.`,
  },
});

const tables = publishedTables.map((table) => table.join(' × ')).join(', ');

const notPublished: Problem = {
  code: 'not-published',
  field: 'by',
  message: {
    ja: `この組み合わせの数は公表していません。公表しているのは ${tables} です。`,
    en: `Numbers of this combination are not published; published are ${tables}.`,
  },
};

const tooManyCells: Problem = {
  code: 'too-many-cells',
  field: 'by',
  message: {
    ja: `${mostCells}マスまでです。役割か、身につけることか、都道府県をしぼってください。`,
    en: `At most ${mostCells} cells: hold the role, the skill or the prefecture to one value.`,
  },
};
