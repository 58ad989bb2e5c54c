import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from './answering.ts';

/** Why a task failed. */
type WorkFault =
  /** Time limit exceeded. */
  | 'time'
  /** Memory limit exceeded. */
  | 'memory'
  /** The thread exited or threw. */
  | 'crash'
  /** The queue is full. */
  | 'busy';

export class WorkError extends Error {
  readonly fault: WorkFault;

  constructor(fault: WorkFault, cause?: unknown) {
    super(`work on another thread: ${fault}`, { cause });
    this.name = 'WorkError';
    this.fault = fault;
  }
}

export interface WorkerPoolOptions {
  /** Module whose worker calls `answerWork`. */
  entry: URL;
  /** Most threads at a time. */
  threads: number;
  /** Heap limit of a thread, in megabytes. */
  memory: number;
  /** Time limit of a task, in milliseconds. */
  time: number;
  /** Milliseconds for which an idle thread is kept. */
  idle: number;
  /** Most tasks that may wait. */
  queue: number;
}

type WorkOutcome = { value: unknown } | { error: WorkError };

interface Task {
  input: unknown;
  resolve(outcome: WorkOutcome): void;
}

/**
 * Runs heavy tasks on other threads so that requests are not blocked. A task over its time or memory limit is
 * ended with its thread; the next gets a new one.
 */
export class WorkerPool<Input, Output> {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Task[] = [];
  readonly #idle: Thread[] = [];
  #busy = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** @throws WorkError */
  async run(input: Input): Promise<Output> {
    if (this.#busy >= this.#options.threads && this.#waiting.length >= this.#options.queue)
      throw new WorkError('busy');
    const outcome = await new Promise<WorkOutcome>((resolve) => {
      this.#waiting.push({ input, resolve: resolve });
      this.#next();
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.value as Output;
  }

  #next(): void {
    if (this.#busy >= this.#options.threads) return;
    const piece = this.#waiting.shift();
    if (!piece) return;
    this.#busy += 1;
    const thread = this.#idle.pop() ?? new Thread(this.#options);
    thread.work(piece.input, (outcome) => {
      if ('value' in outcome) this.#keep(thread);
      else thread.end();
      this.#busy -= 1;
      piece.resolve(outcome);
      this.#next();
    });
  }

  #keep(thread: Thread): void {
    this.#idle.push(thread);
    thread.rest(() => {
      const at = this.#idle.indexOf(thread);
      if (at >= 0) this.#idle.splice(at, 1);
    });
  }
}

/** A worker that runs one task at a time. */
class Thread {
  readonly #worker: Worker;
  readonly #options: WorkerPoolOptions;
  /** Called when the current task ends, or when the thread exits while idle. */
  #done: (outcome: WorkOutcome) => void = () => {};
  #clock: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    const limits = { maxOldGenerationSizeMb: options.memory };
    this.#worker = new Worker(options.entry, { resourceLimits: limits });
    this.#worker.on('message', (answer: WorkerAnswer) =>
      this.#finish('value' in answer ? answer : { error: new WorkError('crash', answer.thrown) }),
    );
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const fault = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      this.#finish({ error: new WorkError(fault, error) });
    });
    this.#worker.on('exit', () => this.#finish({ error: new WorkError('crash') }));
  }

  work(input: unknown, done: (outcome: WorkOutcome) => void): void {
    clearTimeout(this.#clock);
    this.#done = done;
    this.#clock = setTimeout(() => this.#finish({ error: new WorkError('time') }), this.#options.time);
    this.#worker.ref();
    this.#worker.postMessage(input);
  }

  /**
   * Waits for the next task until the idle time ends. Neither the idle thread nor its timer keeps the process
   * alive.
   */
  rest(over: () => void): void {
    this.#done = over;
    this.#clock = setTimeout(() => {
      over();
      this.end();
    }, this.#options.idle);
    this.#clock.unref();
    this.#worker.unref();
  }

  end(): void {
    this.#done = () => {};
    clearTimeout(this.#clock);
    void this.#worker.terminate();
  }

  #finish(outcome: WorkOutcome): void {
    clearTimeout(this.#clock);
    const done = this.#done;
    this.#done = () => {};
    done(outcome);
  }
}
