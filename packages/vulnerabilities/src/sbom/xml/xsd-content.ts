/** Content model of an element, as an XML Schema writes it. */
export type Particle<Declaration> =
  | { kind: 'element'; name: string; declaration: Declaration; min: number; max: number }
  | { kind: 'any'; min: number; max: number }
  | { kind: 'sequence' | 'choice'; parts: Particle<Declaration>[]; min: number; max: number };

interface Position<Declaration> {
  /** undefined: any element of another namespace */
  name: string | undefined;
  declaration: Declaration | undefined;
}

interface Fragment {
  first: number[];
  last: number[];
  isEmptyAllowed: boolean;
}

/** The state before the first child. */
export const contentStart = -1;

/**
 * Tells which child may follow which. A content model of XML Schema is deterministic, so the positions of its
 * elements are the states of an automaton (Glushkov's construction).
 */
export class ContentModel<Declaration> {
  readonly #positions: Position<Declaration>[] = [];
  readonly #follow: number[][] = [];
  readonly #first: number[];
  readonly #last: Set<number>;
  readonly #isEmptyAllowed: boolean;
  /** Every element that the model names, at any position. */
  readonly declarations = new Map<string, Declaration>();

  constructor(particle: Particle<Declaration>) {
    const { first, last, isEmptyAllowed } = this.#build(particle);
    this.#first = first;
    this.#last = new Set(last);
    this.#isEmptyAllowed = isEmptyAllowed;
  }

  /**
   * The state after a child element; undefined if it is not allowed there. `name` is undefined for a foreign
   * namespace.
   */
  next(state: number, name: string | undefined): number | undefined {
    return this.#following(state).find((position) => this.#positions[position]?.name === name);
  }

  declarationAt(state: number): Declaration | undefined {
    return this.#positions[state]?.declaration;
  }

  mayEnd(state: number): boolean {
    return state === contentStart ? this.#isEmptyAllowed : this.#last.has(state);
  }

  /** The names that may come next. */
  expected(state: number): string[] {
    const names = this.#following(state).map((position) => this.#positions[position]?.name);
    return [...new Set(names.filter((name) => name !== undefined))];
  }

  #following(state: number): number[] {
    return state === contentStart ? this.#first : (this.#follow[state] ?? []);
  }

  #build(particle: Particle<Declaration>): Fragment {
    const once = this.#once(particle);
    if (particle.max > 1) this.#link(once.last, once.first);
    return particle.min === 0 ? { ...once, isEmptyAllowed: true } : once;
  }

  #once(particle: Particle<Declaration>): Fragment {
    if (particle.kind === 'element') {
      this.declarations.set(particle.name, particle.declaration);
      return this.#position(particle.name, particle.declaration);
    }
    if (particle.kind === 'any') return this.#position(undefined, undefined);
    const parts = particle.parts.map((part) => this.#build(part));
    return particle.kind === 'choice' ? either(parts) : this.#inOrder(parts);
  }

  #position(name: string | undefined, declaration: Declaration | undefined): Fragment {
    const position = this.#positions.push({ name, declaration }) - 1;
    this.#follow.push([]);
    return { first: [position], last: [position], isEmptyAllowed: false };
  }

  #inOrder(parts: Fragment[]): Fragment {
    let before: Fragment = { first: [], last: [], isEmptyAllowed: true };
    for (const part of parts) {
      this.#link(before.last, part.first);
      before = {
        first: before.isEmptyAllowed ? [...before.first, ...part.first] : before.first,
        last: part.isEmptyAllowed ? [...before.last, ...part.last] : part.last,
        isEmptyAllowed: before.isEmptyAllowed && part.isEmptyAllowed,
      };
    }
    return before;
  }

  #link(from: number[], to: number[]): void {
    for (const position of from) this.#follow[position]?.push(...to);
  }
}

function either(parts: Fragment[]): Fragment {
  return {
    first: parts.flatMap((part) => part.first),
    last: parts.flatMap((part) => part.last),
    isEmptyAllowed: parts.length === 0 || parts.some((part) => part.isEmptyAllowed),
  };
}
