import type { Ecosystem } from '../versions/ecosystem.ts';
import { findEcosystem } from '../versions/ecosystems.ts';
import type { PackageCoordinates } from './package-coordinates.ts';

/** An ecosystem as records name it, with its release. */
interface EcosystemLabel {
  text: string;
  ecosystem: Ecosystem;
  /** Empty where the label names no release. */
  release: string;
  /** See Distribution.stream. */
  stream: string;
}

const UNKNOWN = -1;

/** Numbers the names that records give to ecosystems, such as `npm` and `Debian:11`. */
export class EcosystemLabels {
  readonly #labels: EcosystemLabel[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a label, which it is given now where it is new; -1 where its versions cannot be compared. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const ecosystem = findEcosystem(text);
    const number = ecosystem === undefined ? UNKNOWN : this.#add(text, ecosystem);
    this.#numbers.set(text, number);
    return number;
  }

  at(number: number): EcosystemLabel | undefined {
    return this.#labels[number];
  }

  /** Whether records cover the release of a package, or all releases. */
  covers({ ecosystem, release }: PackageCoordinates): boolean {
    return this.#labels.some(
      (label) => label.ecosystem === ecosystem && (label.release === '' || label.release === release),
    );
  }

  /** The number of the first label of an ecosystem; -1 where it has none. */
  firstOf(ecosystem: Ecosystem | undefined): number {
    return this.#labels.findIndex((label) => label.ecosystem === ecosystem);
  }

  texts(): string[] {
    return this.#labels.map(({ text }) => text);
  }

  #add(text: string, ecosystem: Ecosystem): number {
    const suffix = text.slice(ecosystem.name.length + 1);
    const { release, stream } = ecosystem.distribution ?? {};
    return (
      this.#labels.push({
        text,
        ecosystem,
        release: release?.(suffix) ?? '',
        stream: stream?.(suffix) ?? '',
      }) - 1
    );
  }
}

/** Whether the records of a label apply to a package: same release and stream. */
export function isOfLabel({ release, stream }: EcosystemLabel, place: PackageCoordinates): boolean {
  return (release === '' || release === place.release) && stream === place.stream;
}
