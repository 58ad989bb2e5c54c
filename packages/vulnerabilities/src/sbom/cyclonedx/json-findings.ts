import type { ErrorObject } from 'ajv';
import {
  missing,
  noAlternative,
  notAllowed,
  notOfForm,
  notOfType,
  outOfRange,
  type Problem,
  repeated,
  severalAlternatives,
  unknownName,
  wrongLength,
} from '../problem.ts';

/** Something against the rules, at a JSON pointer. */
export interface Finding {
  place: string;
  problem: Problem;
}

const choices = new Set(['oneOf', 'anyOf']);
const silent = new Set(['if', 'allOf', '$ref', 'not']);
const maxPerEntry = 20;

/**
 * The validator's errors as a person would name them, for a value at `pointer`. Where no alternative of a choice
 * fits, the validator lists the faults of every alternative: the deepest ones show which alternative was meant,
 * and are kept; where none lies deeper than the choice, the choice itself is the fault.
 */
export function findingsOf(errors: readonly ErrorObject[], pointer: string): Finding[] {
  const plain = errors.filter(({ keyword }) => !choices.has(keyword) && !silent.has(keyword));
  const findings: Finding[] = [];
  const explained = new Set<ErrorObject>();
  for (const choice of errors.filter(({ keyword }) => choices.has(keyword)).sort(deepestFirst)) {
    const place = choice.instancePath;
    const inside = plain.filter((error) => isWithin(error.instancePath, place));
    const open = inside.filter((error) => !explained.has(error));
    const isSettled = findings.some((finding) => isWithin(finding.place, pointer + place));
    if (choice.params.passingSchemas)
      findings.push({ place: pointer + place, problem: severalAlternatives() });
    else if (inside.every((error) => error.instancePath === place) && !isSettled) {
      const reasons = open.map((error) => problemOf(error, pointer).message);
      const problem = noAlternative(distinct(reasons, (reason) => reason.en).slice(0, 4));
      findings.push({ place: pointer + place, problem });
    }
    for (const error of open) {
      const isShallow =
        isSettled || inside.some((other) => isWithin(other.instancePath, `${error.instancePath}/`));
      if (isShallow || error.instancePath === place) explained.add(error);
    }
  }
  for (const error of plain) {
    if (!explained.has(error))
      findings.push({ place: placeOf(error, pointer), problem: problemOf(error, pointer) });
  }
  if (findings.length === 0)
    findings.push({ place: pointer + (errors[0]?.instancePath ?? ''), problem: noAlternative([]) });
  return distinct(findings, ({ place, problem }) => `${place} ${problem.message.en}`).slice(0, maxPerEntry);
}

function problemOf(error: ErrorObject, pointer: string): Problem {
  const { keyword, params, data } = error;
  switch (keyword) {
    case 'required':
    case 'dependencies':
      return missing(lastPart(pointer + error.instancePath) || 'bom', [params.missingProperty]);
    case 'additionalProperties':
      return unknownName(params.additionalProperty);
    case 'enum':
      return notAllowed(data, params.allowedValues.map(String));
    case 'const':
      return notAllowed(data, [String(params.allowedValue)]);
    case 'type':
      return notOfType(data, String(params.type));
    case 'pattern':
    case 'format':
      return notOfForm(data);
    case 'minLength':
    case 'minItems':
      return wrongLength(data, params.limit, Infinity);
    case 'maxLength':
    case 'maxItems':
      return wrongLength(data, 0, params.limit);
    case 'minimum':
      return outOfRange(data, params.limit, Infinity);
    case 'maximum':
      return outOfRange(data, -Infinity, params.limit);
    case 'uniqueItems':
      return repeated((data as unknown[])[params.i]);
    default:
      return {
        code: keyword,
        message: { ja: `規則 ${keyword} に反しています`, en: `against the rule ${keyword}` },
      };
  }
}

function placeOf({ keyword, instancePath, params }: ErrorObject, pointer: string): string {
  const place = pointer + instancePath;
  return keyword === 'additionalProperties' ? `${place}/${params.additionalProperty}` : place;
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer);
}

function deepestFirst(a: ErrorObject, b: ErrorObject): number {
  return b.instancePath.length - a.instancePath.length;
}

/** `/components/3/licenses` → `licenses`; `/components/3` → `components/3`. */
function lastPart(pointer: string): string {
  return pointer.match(/[^/]+(?:\/\d+)?$/)?.[0] ?? '';
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
