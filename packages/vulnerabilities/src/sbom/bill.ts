import type { Component } from '../component.ts';
import type { Dependency, Sbom, SbomFormat } from './sbom.ts';
import type { Warnings } from './warnings.ts';

/** What a reader has gathered of a document so far. */
export class Bill {
  readonly components: Component[] = [];
  readonly dependencies: Dependency[] = [];
  readonly warnings: Warnings;
  subject: Component | undefined;

  constructor(warnings: Warnings) {
    this.warnings = warnings;
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
