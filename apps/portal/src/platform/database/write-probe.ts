import type pg from 'pg';

/** Milliseconds. */
const timeoutMs = 2_000;

/** Result of a test write. `refused`: the database is reachable but read-only or full. */
export type WriteProbe = 'written' | 'refused' | 'unreachable';

/**
 * Tests writing: updates a row and spills a query to a temporary file, since a single row may still fit on a full
 * disk. Takes a few milliseconds of the server.
 */
export async function probeWrite(pool: pg.Pool): Promise<WriteProbe> {
  if (await succeedsWithin(timeoutMs, write(pool))) return 'written';
  return (await succeedsWithin(timeoutMs, pool.query('select 1'))) ? 'refused' : 'unreachable';
}

async function write(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  let fault: Error | undefined;
  try {
    await client.query(`begin; set local statement_timeout = ${timeoutMs}; set local work_mem = '64kB'`);
    await client.query(
      'insert into readiness_trial (tried_at) values (now()) on conflict ("only") do update set tried_at = now()',
    );
    // Enough rows to exceed working memory and spill to disk.
    await client.query('select count(*) from generate_series(1, 20000)');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch((broken) => {
      fault = broken;
    });
    throw error;
  } finally {
    client.release(fault);
  }
}

async function succeedsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((settle) => {
    timer = setTimeout(settle, milliseconds, false);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  const outcome = await Promise.race([done, tooLate]);
  clearTimeout(timer);
  return outcome;
}
