import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { emailChange } from './schema.ts';

/** Days within which an account's former address can undo the change. */
export const undoDays = 7;

/** Condition: changes that the former address can still undo. */
export const undoable = (now: Date) =>
  and(
    isNull(emailChange.closedAt),
    gt(emailChange.changedAt, new Date(now.getTime() - undoDays * 24 * 60 * 60 * 1_000)),
  );

/**
 * Whether an address is reserved for an account that may return to it; no other account can use it until
 * then.
 * @param exceptFor  the account that asks
 */
export async function isAddressReserved(
  tx: Queryable,
  email: string,
  now: Date,
  exceptFor = '',
): Promise<boolean> {
  const [row] = await tx
    .select({ id: emailChange.id })
    .from(emailChange)
    .where(
      and(eq(emailChange.formerEmail, email.toLowerCase()), ne(emailChange.userId, exceptFor), undoable(now)),
    )
    .limit(1);
  return row !== undefined;
}
