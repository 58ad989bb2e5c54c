import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from './answering.ts';

/** Why work on another thread came to nothing. */
type WorkFault =
  /** It took longer than it may. */
  | 'time'
  /** It needed more memory than it may. */
  | 'memory'
  /** It ended by itself, or threw. */
  | 'crash'
  /** Too much is waiting already. */
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
  /** Threads at a time. */
  threads: number;
  /** Megabytes of the heap of one thread. */
  memory: number;
  /** Milliseconds that one piece of work may take. */
  time: number;
  /** Milliseconds for which an idle thread is kept. */
  idle: number;
  /** Pieces that may wait. */
  queue: number;
}

type WorkOutcome = { value: unknown } | { error: WorkError };

interface Piece {
  input: unknown;
  settle(outcome: WorkOutcome): void;
}

/**
 * Does heavy work on other threads, so that requests are answered meanwhile. One piece that takes too long, or too
 * much memory, ends with its thread; the next gets a new one.
 */
export class WorkerPool<Input, Output> {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Piece[] = [];
  readonly #idle: Thread[] = [];
  #busy = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** @throws WorkError */
  async run(input: Input): Promise<Output> {
    if (this.#busy >= this.#options.threads && this.#waiting.length >= this.#options.queue)
      throw new WorkError('busy');
    const outcome = await new Promise<WorkOutcome>((settle) => {
      this.#waiting.push({ input, settle });
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
      piece.settle(outcome);
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

/** A worker that does one piece at a time. */
class Thread {
  readonly #worker: Worker;
  readonly #options: WorkerPoolOptions;
  /** Told of how the piece under way ended, or that the thread ended while it rested. */
  #told: (outcome: WorkOutcome) => void = () => {};
  #clock: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    const limits = { maxOldGenerationSizeMb: options.memory };
    this.#worker = new Worker(options.entry, { resourceLimits: limits });
    this.#worker.on('message', (answer: WorkerAnswer) =>
      this.#tell('value' in answer ? answer : { error: new WorkError('crash', answer.thrown) }),
    );
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const fault = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      this.#tell({ error: new WorkError(fault, error) });
    });
    this.#worker.on('exit', () => this.#tell({ error: new WorkError('crash') }));
  }

  work(input: unknown, told: (outcome: WorkOutcome) => void): void {
    clearTimeout(this.#clock);
    this.#told = told;
    this.#clock = setTimeout(() => this.#tell({ error: new WorkError('time') }), this.#options.time);
    this.#worker.ref();
    this.#worker.postMessage(input);
  }

  /** Waits for the next piece for a while. Neither a resting thread nor its clock keeps the process from ending. */
  rest(over: () => void): void {
    this.#told = over;
    this.#clock = setTimeout(() => {
      over();
      this.end();
    }, this.#options.idle);
    this.#clock.unref();
    this.#worker.unref();
  }

  end(): void {
    this.#told = () => {};
    clearTimeout(this.#clock);
    void this.#worker.terminate();
  }

  #tell(outcome: WorkOutcome): void {
    clearTimeout(this.#clock);
    const told = this.#told;
    this.#told = () => {};
    told(outcome);
  }
}
