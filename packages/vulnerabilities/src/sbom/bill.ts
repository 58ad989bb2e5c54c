import type { Component } from '../component.ts';
import type { Dependency, Sbom, SbomFormat } from './sbom.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Warnings } from './warnings.ts';

/** What a reader has gathered of a document so far. */
export class Bill {
  readonly components: Component[] = [];
  readonly dependencies: Dependency[] = [];
  readonly warnings: Warnings;
  readonly #texts = new SharedTexts();
  subject: Component | undefined;

  constructor(warnings: Warnings) {
    this.warnings = warnings;
  }

  add(component: Component): void {
    const shared = (text: string) => this.#texts.shared(text);
    if (component.version !== undefined) component.version = shared(component.version);
    if (component.supplier !== undefined) component.supplier = shared(component.supplier);
    component.licences = component.licences.map(shared);
    for (const hash of component.hashes) hash.algorithm = shared(hash.algorithm);
    this.components.push(component);
  }

  finished(format: SbomFormat, specVersion: string): Sbom {
    return {
      format,
      specVersion,
      ...(this.subject && { subject: this.subject }),
      components: this.components,
      dependencies: this.dependencies,
      warnings: this.warnings.kept,
      warningCounts: this.warnings.counts,
      valid: this.warnings.valid,
    };
  }
}
