import { z } from 'zod';
import type { QueueFilter } from './queue.ts';
import { queueOrders, queueStates } from './queue.ts';

/** What a reviewer asked the queue for, as it stands in the address and in forms of the queue's page. */
export const queueFilter = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  state: z.enum(queueStates).optional().catch(undefined),
  kind: z.string().min(1).max(50).optional().catch(undefined),
  days: z.coerce.number().int().positive().max(3_650).optional().catch(undefined),
  call: z.string().min(1).max(100).optional().catch(undefined),
  only: z.enum(['overdue', 'mine']).optional().catch(undefined),
  order: z.enum(queueOrders).optional().catch(undefined),
});
export type AskedQueue = z.output<typeof queueFilter>;

/** @param userId  whose own reviews are meant by `mine` */
export function filterFor({ only, ...asked }: AskedQueue, userId: string): QueueFilter {
  return {
    ...asked,
    ...(only === 'overdue' && { overdue: true }),
    ...(only === 'mine' && { reviewer: userId }),
  };
}

/** What was asked for as the query of an address, without what was not. */
export function queryOf(asked: AskedQueue): [name: string, value: string][] {
  return Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
