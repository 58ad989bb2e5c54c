import type { Database } from '../database/connection.ts';
import type { Outcome, Problem } from './problem.ts';

/** A transaction that has begun. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

class Refusal extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

/** The value of a use case that is one part of several; a refusal ends `together` and undoes them all. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Refusal(outcome.problems);
  return outcome.value;
}

/** Several use cases as one transaction: what any of them refuses, all of them refuse. */
export async function together<Value>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await db.transaction(work) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: error.problems };
    throw error;
  }
}
