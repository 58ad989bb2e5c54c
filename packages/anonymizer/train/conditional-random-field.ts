/**
 * A linear-chain conditional random field over signs, trained by AdaGrad with an L1 penalty that is applied when a
 * feature is next met (Duchi et al. 2011; Tsuruoka et al. 2009 for the late penalty).
 */
import { follows, LABELS, mayBegin, mayFinish } from '../src/recognition/labels.ts';

export interface Example {
  /** Feature indices of all signs, one after the other; sign `i` has those from `begins[i]` up to `begins[i + 1]`. */
  readonly features: Int32Array;
  readonly begins: Int32Array;
  readonly labels: Uint8Array;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly penalty: number;
  /** Share of the features of a sign that are left out, by chance, each time it is learnt from. */
  readonly dropout: number;
  readonly seed: number;
}

const BEFORE: number[][] = Array.from({ length: LABELS }, (_, b) =>
  Array.from({ length: LABELS }, (_, a) => a).filter((a) => follows(a, b)),
);
const TINY = 1e-3;

function withoutSome({ features, begins, labels }: Example, dropout: number, random: () => number): Example {
  const kept = new Int32Array(features.length);
  const keptBegins = new Int32Array(begins.length);
  let count = 0;
  for (let i = 0; i + 1 < begins.length; i++) {
    for (let f = begins[i] as number; f < (begins[i + 1] as number); f++)
      if (random() >= dropout) kept[count++] = features[f] as number;
    keptBegins[i + 1] = count;
  }
  return { features: kept.subarray(0, count), begins: keptBegins, labels };
}

export class ConditionalRandomField {
  readonly weights: Float32Array;
  readonly transitions = new Float32Array(LABELS * LABELS);
  readonly #squares: Float32Array;
  readonly #transitionSquares = new Float32Array(LABELS * LABELS).fill(0.1);
  readonly #touched: Int32Array;
  #steps = 0;

  constructor(features: number) {
    this.weights = new Float32Array(features * LABELS);
    this.#squares = new Float32Array(features * LABELS).fill(0.1);
    this.#touched = new Int32Array(features);
  }

  train(
    examples: readonly Example[],
    settings: Settings,
    report: (epoch: number, loss: number) => void,
  ): void {
    let state = settings.seed;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const order = examples.map((_, index) => index);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      const kept = (example: Example) =>
        settings.dropout > 0 ? withoutSome(example, settings.dropout, random) : example;
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      let loss = 0;
      for (const index of order) loss += this.#learn(kept(examples[index] as Example), settings);
      report(epoch + 1, loss / examples.length);
    }
    this.#finish(settings);
  }

  #learn({ features, begins, labels }: Example, { rate, penalty, dropout }: Settings): number {
    const n = labels.length;
    if (n === 0) return 0;
    this.#steps++;
    const scale = 1 / (1 - dropout);
    const scores = new Float64Array(n * LABELS);
    for (let i = 0; i < n; i++) {
      for (let f = begins[i] as number; f < (begins[i + 1] as number); f++) {
        const feature = features[f] as number;
        this.#shrink(feature, rate, penalty);
        const row = feature * LABELS;
        for (let y = 0; y < LABELS; y++)
          (scores[i * LABELS + y] as number) += scale * (this.weights[row + y] as number);
      }
    }
    const { marginals, pairs, logZ, gold } = this.#expectations(scores, labels);
    for (let i = 0; i < n; i++) {
      const changed: number[] = [];
      for (let y = 0; y < LABELS; y++) {
        const gradient = (marginals[i * LABELS + y] as number) - (labels[i] === y ? 1 : 0);
        marginals[i * LABELS + y] = gradient;
        if (Math.abs(gradient) > TINY) changed.push(y);
      }
      if (changed.length === 0) continue;
      for (let f = begins[i] as number; f < (begins[i + 1] as number); f++) {
        const row = (features[f] as number) * LABELS;
        for (const y of changed) {
          const gradient = scale * (marginals[i * LABELS + y] as number);
          const square = (this.#squares[row + y] as number) + gradient * gradient;
          this.#squares[row + y] = square;
          (this.weights[row + y] as number) -= (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    for (let pair = 0; pair < pairs.length; pair++) {
      const gradient = pairs[pair] as number;
      if (Math.abs(gradient) < TINY) continue;
      const square = (this.#transitionSquares[pair] as number) + gradient * gradient;
      this.#transitionSquares[pair] = square;
      (this.transitions[pair] as number) -= (rate * gradient) / Math.sqrt(square);
    }
    return logZ - gold;
  }

  /** Applies the penalty of the steps since the feature was last met. */
  #shrink(feature: number, rate: number, penalty: number): void {
    const steps = this.#steps - (this.#touched[feature] as number);
    if (steps <= 0) return;
    this.#touched[feature] = this.#steps;
    const row = feature * LABELS;
    for (let y = row; y < row + LABELS; y++) {
      const weight = this.weights[y] as number;
      if (weight === 0) continue;
      const less = (steps * penalty * rate) / Math.sqrt(this.#squares[y] as number);
      this.weights[y] = weight > 0 ? Math.max(0, weight - less) : Math.min(0, weight + less);
    }
  }

  #finish({ rate, penalty }: Settings): void {
    for (let feature = 0; feature < this.#touched.length; feature++) this.#shrink(feature, rate, penalty);
  }

  #expectations(scores: Float64Array, labels: Uint8Array) {
    const n = labels.length;
    const exps = new Float64Array(n * LABELS);
    const jumps = this.transitions.map((weight) => Math.exp(weight));
    let logZ = 0;
    for (let i = 0; i < n; i++) {
      let most = -Infinity;
      for (let y = 0; y < LABELS; y++) most = Math.max(most, scores[i * LABELS + y] as number);
      logZ += most;
      for (let y = 0; y < LABELS; y++)
        exps[i * LABELS + y] = Math.exp((scores[i * LABELS + y] as number) - most);
    }
    const alpha = new Float64Array(n * LABELS);
    const scales = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let y = 0; y < LABELS; y++) {
        let value = 0;
        if (i === 0) value = mayBegin(y) ? 1 : 0;
        else
          for (const a of BEFORE[y] as number[])
            value += (alpha[(i - 1) * LABELS + a] as number) * (jumps[a * LABELS + y] as number);
        value *= exps[i * LABELS + y] as number;
        if (i === n - 1 && !mayFinish(y)) value = 0;
        alpha[i * LABELS + y] = value;
        sum += value;
      }
      scales[i] = sum;
      logZ += Math.log(sum);
      for (let y = 0; y < LABELS; y++) (alpha[i * LABELS + y] as number) /= sum;
    }
    const beta = new Float64Array(n * LABELS);
    const marginals = new Float64Array(n * LABELS);
    const pairs = new Float64Array(LABELS * LABELS);
    for (let y = 0; y < LABELS; y++) beta[(n - 1) * LABELS + y] = mayFinish(y) ? 1 : 0;
    for (let i = n - 1; i >= 0; i--) {
      for (let y = 0; y < LABELS; y++)
        marginals[i * LABELS + y] = (alpha[i * LABELS + y] as number) * (beta[i * LABELS + y] as number);
      if (i === 0) break;
      for (let b = 0; b < LABELS; b++) {
        const tail =
          ((beta[i * LABELS + b] as number) * (exps[i * LABELS + b] as number)) / (scales[i] as number);
        if (tail === 0) continue;
        for (const a of BEFORE[b] as number[]) {
          const value = tail * (jumps[a * LABELS + b] as number);
          (beta[(i - 1) * LABELS + a] as number) += value;
          (pairs[a * LABELS + b] as number) += value * (alpha[(i - 1) * LABELS + a] as number);
        }
      }
    }
    let gold = 0;
    for (let i = 0; i < n; i++) {
      gold += scores[i * LABELS + (labels[i] as number)] as number;
      if (i === 0) continue;
      const pair = (labels[i - 1] as number) * LABELS + (labels[i] as number);
      gold += this.transitions[pair] as number;
      (pairs[pair] as number) -= 1;
    }
    return { marginals, pairs, logZ, gold };
  }

  /** The best labels of an example. */
  decode({ features, begins, labels: { length: n } }: Example, outside = 0): Uint8Array {
    const best = new Float64Array(n * LABELS).fill(-Infinity);
    const from = new Uint8Array(n * LABELS);
    for (let i = 0; i < n; i++) {
      const scores = new Float64Array(LABELS);
      scores[0] = outside;
      for (let f = begins[i] as number; f < (begins[i + 1] as number); f++) {
        const row = (features[f] as number) * LABELS;
        for (let y = 0; y < LABELS; y++) (scores[y] as number) += this.weights[row + y] as number;
      }
      for (let y = 0; y < LABELS; y++) {
        if (i === 0) {
          if (mayBegin(y)) best[y] = scores[y] as number;
          continue;
        }
        for (const a of BEFORE[y] as number[]) {
          const value =
            (best[(i - 1) * LABELS + a] as number) +
            (this.transitions[a * LABELS + y] as number) +
            (scores[y] as number);
          if (value <= (best[i * LABELS + y] as number)) continue;
          best[i * LABELS + y] = value;
          from[i * LABELS + y] = a;
        }
      }
    }
    const result = new Uint8Array(n);
    let y = 0;
    for (let k = 0; k < LABELS; k++)
      if (mayFinish(k) && (best[(n - 1) * LABELS + k] as number) > (best[(n - 1) * LABELS + y] as number))
        y = k;
    for (let i = n - 1; i >= 0; i--) {
      result[i] = y;
      y = from[i * LABELS + y] as number;
    }
    return result;
  }
}
