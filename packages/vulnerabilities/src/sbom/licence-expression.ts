/// <reference path="./spdx-expression-parse.d.ts" />
import parse from 'spdx-expression-parse';
import type { Message } from './sbom.ts';

const longestExpression = 4000;
const maxRemembered = 10_000;
const remembered = new Map<string, Message | undefined>();

/** Why a text is no SPDX licence expression; undefined when it is one. `NONE` and `NOASSERTION` are. */
export function expressionProblem(text: string): Message | undefined {
  if (text === 'NONE' || text === 'NOASSERTION') return undefined;
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= maxRemembered) remembered.clear();
  const problem = judged(text);
  remembered.set(text, problem);
  return problem;
}

function judged(text: string): Message | undefined {
  if (text.length > longestExpression) {
    return {
      ja: `${longestExpression} 文字より長い`,
      en: `longer than ${longestExpression} characters`,
    };
  }
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return whyNot(text, error);
  }
}

/** Where the parser names a place it stopped at the word there; it stumbles where the text ends too early. */
function whyNot(text: string, error: unknown): Message {
  const message = error instanceof Error ? error.message : '';
  const offset = /at offset (\d+)/.exec(message)?.[1];
  if (offset !== undefined) {
    const begun = /[^\s()]*$/.exec(text.slice(0, Number(offset)))?.[0] ?? '';
    const word = begun + (/^[^\s()]*/.exec(text.slice(Number(offset)))?.[0] ?? '');
    if (text.slice(Number(offset)).trim() === '')
      return { ja: '途中で終わっている', en: 'it ends too early' };
    return { ja: `「${word}」は SPDX の識別子ではない`, en: `"${word}" is no SPDX identifier` };
  }
  if (/\(/.test(text) && message.includes('`)`'))
    return { ja: '括弧が閉じていない', en: 'a bracket is not closed' };
  const isCut = text.trim() === '' || /(?:\b(?:AND|OR|WITH)|[(+])\s*$/.test(text);
  return isCut
    ? { ja: '途中で終わっている', en: 'it ends too early' }
    : {
        ja: '識別子と AND・OR・WITH の並びが正しくない',
        en: 'its identifiers and operators are out of order',
      };
}
