import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { emailChange } from './schema.ts';

/** Days within which the former address of an account takes it back. */
export const undoDays = 7;

/** Changes that the former address can still undo. */
export const undoable = (now: Date) =>
  and(
    isNull(emailChange.closedAt),
    gt(emailChange.changedAt, new Date(now.getTime() - undoDays * 24 * 60 * 60 * 1_000)),
  );

/**
 * Whether an account may come back to an address: until then no other takes it.
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
