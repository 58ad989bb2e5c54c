import type { Label } from '../../../../platform/i18n/localised.ts';

/** Why a cell is not read: what is wrong with it, and how to mend it. */
export interface CellFault {
  wrong: Label;
  mend: Label;
}

export type CellReading<Value> =
  | { ok: true; value: Value /** How it was understood, where that may surprise. */; remark?: Label }
  | { ok: false; fault: CellFault };

export const read = <Value>(value: Value, remark?: Label): CellReading<Value> => ({
  ok: true,
  value,
  ...(remark && { remark }),
});
export const unread = (wrong: Label, mend: Label): { ok: false; fault: CellFault } => ({
  ok: false,
  fault: { wrong, mend },
});

/** A cell without the accidents of typing: full-width digits and signs as plain ones, no blanks around. */
export function plainly(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
