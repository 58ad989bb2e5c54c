import { FeedError } from './feed-error.ts';

/** How likely a vulnerability is to be exploited within 30 days: https://www.first.org/epss/ */
export interface ExploitProbability {
  /** 0 to 1. */
  probability: number;
  /** Share of all vulnerabilities that are as likely or less, 0 to 1. */
  percentile: number;
}

/** The EPSS scores of one day. */
export interface EpssScores {
  /** Version of the model; null where the file does not say. */
  model: string | null;
  /** When the scores were made, as the file writes it; null where it does not. */
  date: string | null;
  /** Number of vulnerabilities scored. */
  size: number;
  /** The score of a CVE; null where it has none. */
  find(cve: string): ExploitProbability | null;
}

const HEADER = 'cve,epss,percentile';

/**
 * Reads the daily CSV file, unpacked: a comment line with the model's version and date, a header, and some
 * quarter of a million rows.
 * @param chunks the file's text, or its bytes in any pieces
 * @throws FeedError
 */
export async function readEpss(
  chunks: string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<EpssScores> {
  const reader = new EpssReader();
  if (typeof chunks === 'string') reader.push(chunks);
  else {
    const decoder = new TextDecoder();
    for await (const chunk of chunks) reader.push(decoder.decode(chunk, { stream: true }));
  }
  return reader.end();
}

class EpssReader {
  readonly #rows = new Map<string, number>();
  #numbers = new Float32Array(1024);
  #model: string | null = null;
  #date: string | null = null;
  #hasHeader = false;
  #rest = '';
  #line = 0;

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#readLine(line);
    if (this.#rest.length > 10_000) {
      throw new FeedError('EPSS', `line ${this.#line + 1}`, { en: 'is too long', ja: '行が長すぎます' });
    }
  }

  end(): EpssScores {
    if (this.#rest !== '') this.#readLine(this.#rest);
    if (!this.#hasHeader) {
      throw new FeedError('EPSS', 'header', { en: `${HEADER} is required`, ja: `${HEADER}がありません` });
    }
    const rows = this.#rows;
    const numbers = this.#numbers;
    return {
      model: this.#model,
      date: this.#date,
      size: rows.size,
      find: (cve) => {
        const row = rows.get(cve);
        if (row === undefined) return null;
        return { probability: shortest(numbers[row * 2]), percentile: shortest(numbers[row * 2 + 1]) };
      },
    };
  }

  #readLine(raw: string): void {
    this.#line++;
    const line = raw.trim();
    if (line === '') return;
    if (line.startsWith('#')) {
      this.#model = /model_version:([^,]+)/.exec(line)?.[1] ?? null;
      this.#date = /score_date:([^,]+)/.exec(line)?.[1] ?? null;
    } else if (!this.#hasHeader) {
      if (line !== HEADER) this.#refuse(`${HEADER} is required`, `${HEADER}がありません`);
      this.#hasHeader = true;
    } else this.#readRow(line);
  }

  #readRow(line: string): void {
    const [cve = '', probability = '', percentile = '', ...more] = line.split(',');
    const [first, second] = [Number(probability), Number(percentile)];
    const isShare = (value: number): boolean => value >= 0 && value <= 1;
    if (cve === '' || more.length > 0 || probability === '' || percentile === '') {
      this.#refuse('three values are required', '値が三つではありません');
    }
    if (!isShare(first) || !isShare(second)) this.#refuse('must be from 0 to 1', '0から1の数ではありません');
    const row = this.#rows.get(cve) ?? this.#rows.size;
    this.#rows.set(cve, row);
    if (row * 2 + 1 >= this.#numbers.length) {
      const larger = new Float32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[row * 2] = first;
    this.#numbers[row * 2 + 1] = second;
  }

  #refuse(en: string, ja: string): never {
    throw new FeedError('EPSS', `line ${this.#line}`, { en, ja });
  }
}

/** Scores have five decimals; a 32-bit number keeps them, after rounding. */
function shortest(value = 0): number {
  return Number(value.toFixed(6));
}
