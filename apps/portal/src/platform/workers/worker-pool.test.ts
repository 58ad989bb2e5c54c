import { describe, expect, it } from 'vitest';
import { WorkerPool, type WorkerPoolOptions } from './worker-pool.ts';

/** A worker that, on command, waits forever, fills memory, throws, exits or returns its thread id. */
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { isMainThread, parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (asked) => {
      if (asked === 'for ever') for (;;);
      if (asked === 'much memory') { const kept = []; for (;;) kept.push(new Array(10_000).fill({})); }
      if (asked === 'end') process.exit(3);
      if (asked === 'throw') return parentPort.postMessage({ thrown: 'no' });
      parentPort.postMessage({ value: { isMainThread, threadId } });
    });`)}`,
);

const usual: WorkerPoolOptions = { entry, threads: 1, memory: 32, time: 20_000, idle: 20_000, queue: 10 };
const open = (options: Partial<WorkerPoolOptions> = {}) =>
  new WorkerPool<string, { isMainThread: boolean; threadId: number }>({ ...usual, ...options });

describe('work', () => {
  it('is done on another thread, which is kept for the next piece', async () => {
    const pool = open();
    const first = await pool.run('say');
    expect(first.isMainThread).toBe(false);
    expect(await pool.run('say')).toEqual(first);
  });

  it('waits while all threads are busy', async () => {
    const pool = open();
    const answers = await Promise.all(Array.from({ length: 8 }, () => pool.run('say')));
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1);
  });

  it.each([
    ['takes too long', 'for ever', 'time', { time: 1_500 }],
    ['needs too much memory', 'much memory', 'memory', {}],
    ['throws', 'throw', 'crash', {}],
    ['ends its thread', 'end', 'crash', {}],
  ] as const)('that %s is an error, and the next piece is done', async (_, asked, fault, options) => {
    const pool = open(options);
    await expect(pool.run(asked)).rejects.toMatchObject({ fault });
    expect((await pool.run('say')).isMainThread).toBe(false);
  });

  it('that cannot even wait is refused at once', async () => {
    const pool = open({ time: 500, queue: 1 });
    const [first, second, third] = ['for ever', 'for ever', 'say'].map((asked) =>
      pool.run(asked).catch((error) => error.fault),
    );
    expect(await Promise.all([first, second, third])).toEqual(['time', 'time', 'busy']);
  });
});
