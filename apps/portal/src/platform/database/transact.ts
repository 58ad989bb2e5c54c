import { type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import type { Database } from './connection.ts';

/** A transaction that has begun. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}

/**
 * The value of an outcome inside `transact`; a refusal ends the transaction and becomes its outcome. Use only
 * in work that returns an outcome.
 */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Refusal(outcome.problems);
  return outcome.value;
}

/**
 * Runs a use case in one transaction: committed on success, rolled back if it throws or refuses (returned or
 * by `unwrap`). Inside a transaction it is a savepoint.
 */
export function transact<Value>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>>;
export function transact<Value>(
  db: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value>;
export async function transact(
  db: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      if (isRefused(result)) throw new Refusal(result.problems);
      return result;
    });
  } catch (error) {
    if (error instanceof Refusal) return refused(...error.problems);
    throw error;
  }
}

function isRefused(result: unknown): result is { ok: false; problems: Problem[] } {
  return (
    typeof result === 'object' &&
    result !== null &&
    'problems' in result &&
    'ok' in result &&
    result.ok === false
  );
}
