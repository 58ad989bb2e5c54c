import type { ProvisionPart } from './reference.ts';

/** How a level of a provision is named: by number, or relative to the text. */
export type Step =
  | { by: 'number'; value: string }
  | { by: 'previous'; count: number }
  | { by: 'every-previous' }
  | { by: 'next' }
  | { by: 'same' }
  | { by: 'here' };

/** The levels of a provision, from the highest. */
export const levels = ['article', 'paragraph', 'item', 'subitem', 'part'] as const;
export type Level = (typeof levels)[number];

/** Wording that names a provision, as written: nothing in it is resolved. */
export interface Phrase {
  start: number;
  end: number;
  /** preceded by 附則 */
  supplementary?: true;
  /** a 別表: its number, or '' where it has none, or `same` for 同表 */
  table?: { by: 'number'; value: string } | { by: 'same' };
  row?: string;
  article?: Step;
  paragraph?: Step;
  item?: Step;
  subitem?: string;
  part?: ProvisionPart;
}

/** The highest level that a phrase names. */
export function headOf(phrase: Phrase): Level | undefined {
  return levels.find((level) => phrase[level] !== undefined);
}
