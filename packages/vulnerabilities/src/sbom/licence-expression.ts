/// <reference path="./spdx-expression-parse.d.ts" />
import parse from 'spdx-expression-parse';

const longestExpression = 4000;
const mostRemembered = 10_000;
const remembered = new Map<string, string | undefined>();

/** Why a text is no SPDX licence expression; undefined when it is one. `NONE` and `NOASSERTION` are. */
export function expressionProblem(text: string): string | undefined {
  if (text === 'NONE' || text === 'NOASSERTION') return undefined;
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  const problem = judged(text);
  remembered.set(text, problem);
  return problem;
}

function judged(text: string): string | undefined {
  if (text.length > longestExpression) return `longer than ${longestExpression} characters`;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
