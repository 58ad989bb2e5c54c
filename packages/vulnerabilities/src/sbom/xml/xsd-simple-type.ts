import { notAllowed, notOfForm, notOfType, outOfRange, type Problem, wrongLength } from '../problem.ts';

/** Returns the violation of a text of this type; undefined if it is valid. */
export type SimpleType = (text: string) => Problem | undefined;

const date = String.raw`-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const zone = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;
const time = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`;

/** The built-in types of XML Schema that the CycloneDX schemas use; whitespace around the value does not count. */
const builtIn: Record<string, RegExp> = {
  boolean: /^(?:true|false|0|1)$/,
  integer: /^[+-]?\d+$/,
  nonNegativeInteger: /^(?:\+?\d+|-0+)$/,
  positiveInteger: /^\+?0*[1-9]\d*$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  date: new RegExp(`^${date}${zone}$`),
  dateTime: new RegExp(`^${date}T${time}${zone}$`),
};

const anyText: SimpleType = () => undefined;

/** The built-in type of that name; those without a lexical rule (string, token, anyURI, …) accept any text. */
export function builtInType(name: string): SimpleType {
  const pattern = builtIn[name];
  if (pattern === undefined) return anyText;
  return (text) => (pattern.test(collapsed(text)) ? undefined : notOfType(text, name));
}

/** How XML Schema treats the whitespace of a value: only that of plain strings counts. */
export function isCollapsing(builtInName: string): boolean {
  return builtInName !== 'string' && builtInName !== 'normalizedString';
}

function collapsed(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').trim();
}

/** The facets of an `xs:restriction`, as written in the schema. */
export interface Facets {
  enumeration: string[];
  patterns: string[];
  minInclusive?: number;
  maxInclusive?: number;
  minLength?: number;
  maxLength?: number;
}

export function restricted(base: SimpleType, facets: Facets, isCollapsed: boolean): SimpleType {
  const allowed = new Set(facets.enumeration);
  const patterns = facets.patterns.map(asRegExp);
  return (written) => {
    const problem = base(written);
    if (problem) return problem;
    const text = isCollapsed ? collapsed(written) : written;
    if (allowed.size > 0 && !allowed.has(text)) return notAllowed(text, [...allowed]);
    if (patterns.length > 0 && !patterns.some((pattern) => pattern.test(text))) return notOfForm(text);
    const { minInclusive = -Infinity, maxInclusive = Infinity, minLength = 0, maxLength = Infinity } = facets;
    if (text.length < minLength || text.length > maxLength) return wrongLength(text, minLength, maxLength);
    if (Number(text) < minInclusive || Number(text) > maxInclusive)
      return outOfRange(text, minInclusive, maxInclusive);
    return undefined;
  };
}

/** A value that fits any one of the types. */
export function union(members: SimpleType[]): SimpleType {
  return (text) => {
    let first: Problem | undefined;
    for (const member of members) {
      const problem = member(text);
      if (problem === undefined) return undefined;
      first ??= problem;
    }
    return first;
  };
}

/** XML Schema's patterns are anchored, and know escapes that need none in a character class. */
function asRegExp(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
