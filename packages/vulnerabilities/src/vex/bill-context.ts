import type { Component } from '../component.ts';
import type { Dependency } from '../sbom/sbom.ts';

/** What a bill says beside the component a verdict is sought for. */
export interface JudgedBill {
  components?: readonly Component[];
  dependencies?: readonly Dependency[];
  /** See Sbom.identifier. */
  identifier?: string;
}

/** The bill that verdicts are compared with: its product and which components contain which. */
export class BillContext {
  readonly subject: Component | undefined;
  readonly components: readonly Component[];
  readonly identifier: string | undefined;
  readonly #dependencies: readonly Dependency[];
  #dependents: Map<string, string[]> | undefined;

  constructor(
    subject: Component | undefined,
    { components = [], dependencies = [], identifier }: JudgedBill,
  ) {
    this.subject = subject;
    this.components = components;
    this.identifier = identifier;
    this.#dependencies = dependencies;
  }

  /**
   * Whether a component is contained only in others: every path from the product to it leads through them.
   */
  isOnlyWithin({ ref }: Component, holders: readonly Component[]): boolean {
    const through = new Set(holders.map((holder) => holder.ref));
    if (ref === undefined || through.has(ref)) return false;
    const open = [ref];
    const seen = new Set(open);
    for (const at of open) {
      const dependents = this.#dependentsOf(at);
      if (dependents.length === 0) return false;
      for (const dependent of dependents) {
        if (through.has(dependent) || seen.has(dependent)) continue;
        seen.add(dependent);
        open.push(dependent);
      }
    }
    return true;
  }

  #dependentsOf(ref: string): readonly string[] {
    if (this.#dependents === undefined) {
      const dependents = new Map<string, string[]>();
      for (const { ref: dependent, dependsOn } of this.#dependencies) {
        for (const needed of dependsOn) {
          const known = dependents.get(needed);
          if (known) known.push(dependent);
          else dependents.set(needed, [dependent]);
        }
      }
      this.#dependents = dependents;
    }
    return this.#dependents.get(ref) ?? [];
  }
}
