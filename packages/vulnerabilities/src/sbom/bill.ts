import type { Component } from '../component.ts';
import { EntryCount } from './entry-count.ts';
import type { Dependency, ReadLimits, Sbom, SbomFormat } from './sbom.ts';
import { SharedTexts } from './shared-texts.ts';
import type { Warnings } from './warnings.ts';

/** What a reader has gathered of a document so far. */
export class Bill {
  readonly components: Component[] = [];
  readonly dependencies: Dependency[] = [];
  readonly warnings: Warnings;
  readonly entries: EntryCount;
  readonly #texts = new SharedTexts();
  subject: Component | undefined;

  constructor(warnings: Warnings, limits: ReadLimits) {
    this.warnings = warnings;
    this.entries = new EntryCount(limits.entries);
  }

  add(component: Component, place: string): void {
    this.entries.admit(place);
    const shared = (text: string) => this.#texts.shared(text);
    if (component.version !== undefined) component.version = shared(component.version);
    if (component.supplier !== undefined) component.supplier = shared(component.supplier);
    component.licences = component.licences.map(shared);
    for (const hash of component.hashes) hash.algorithm = shared(hash.algorithm);
    this.components.push(component);
  }

  addDependency(dependency: Dependency, place: string): void {
    this.entries.admit(place, 1 + dependency.dependsOn.length);
    this.dependencies.push(dependency);
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
