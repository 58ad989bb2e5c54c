import type { Component, Place } from '../component.ts';
import { EntryCount } from './entry-count.ts';
import { giveDistribution, type OperatingSystem } from './operating-system.ts';
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
  /** Paths of the last components, as long as what they are parts of is still to come. */
  #parts: string[] = [];
  readonly #places: boolean;
  readonly #operatingSystems: OperatingSystem[] = [];
  subject: Component | undefined;
  identifier: string | undefined;

  /** @param places whether components carry their position in the document */
  constructor(warnings: Warnings, limits: ReadLimits, places: boolean) {
    this.#places = places;
    this.warnings = warnings;
    this.entries = new EntryCount(limits.entries);
  }

  /** A component that is not (yet) listed, with its position in the document. */
  placed(component: Component, at: Place | undefined): Component {
    if (this.#places && at) component.place = { line: at.line, column: at.column };
    return component;
  }

  /** Operating system of the packages, unless a package states another. */
  addOperatingSystem(system: OperatingSystem): void {
    this.#operatingSystems.push(system);
  }

  /** @param isPart  of another component, which is complete, and comes here, only after all its parts */
  add(component: Component, place: string, at?: Place, isPart = false): void {
    this.entries.admit(place);
    this.placed(component, at);
    const shared = (text: string) => this.#texts.shared(text);
    if (component.version !== undefined) component.version = shared(component.version);
    if (component.supplier !== undefined) component.supplier = shared(component.supplier);
    component.licences = component.licences.map(shared);
    for (const hash of component.hashes) hash.algorithm = shared(hash.algorithm);
    this.#insertBeforeParts(component, place.slice(place.indexOf(' ') + 1), isPart);
  }

  #insertBeforeParts(component: Component, path: string, isPart: boolean): void {
    let parts = 0;
    while (this.#parts.at(-1 - parts)?.startsWith(`${path}/`)) parts++;
    this.components.splice(this.components.length - parts, 0, component);
    if (isPart) this.#parts.splice(this.#parts.length - parts, 0, path);
    else this.#parts = [];
  }

  addDependency(dependency: Dependency, place: string): void {
    this.entries.admit(place, 1 + dependency.dependsOn.length);
    this.dependencies.push(dependency);
  }

  finished(format: SbomFormat, specVersion: string): Sbom {
    giveDistribution(this.components, this.#operatingSystems);
    return {
      format,
      specVersion,
      ...(this.identifier !== undefined && { identifier: this.identifier }),
      ...(this.subject && { subject: this.subject }),
      components: this.components,
      dependencies: this.dependencies,
      warnings: this.warnings.kept,
      warningCounts: this.warnings.counts,
      valid: this.warnings.valid,
    };
  }
}
