import { z } from 'zod';
import type { QueueFilter } from './queue.ts';
import { queueOrders, queueStates } from './queue.ts';

/** Filter of the queue, as in the URL and the forms of its page. */
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

/** @param userId  the user that `mine` refers to */
export function filterFor({ only, ...asked }: AskedQueue, userId: string): QueueFilter {
  return {
    ...asked,
    ...(only === 'overdue' && { overdue: true }),
    ...(only === 'mine' && { reviewer: userId }),
  };
}

/** The filter as URL query, without empty values. */
export function queryOf(asked: AskedQueue): [name: string, value: string][] {
  return Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
