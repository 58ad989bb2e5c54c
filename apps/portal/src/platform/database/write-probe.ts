import type pg from 'pg';

/** Milliseconds. */
const timeoutMs = 2_000;

/** What came of a trial: a database that is read only, or has no room, is reached all the same. */
export type WriteProbe = 'written' | 'refused' | 'unreachable';

/**
 * Writes a row, and as much beside it as takes room on the disk: a row alone still finds place in what is there.
 * It takes some milliseconds of the server.
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
    // More rows than there is memory for go to a file.
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
