import type { Label } from '../../../../platform/i18n/localised.ts';

/** Why a cell cannot be read, and how to correct it. */
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

/** Normalises a cell: full-width digits and signs to ASCII, trimmed. */
export function plainly(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
