import type { Framework } from '@kakehashi/skills';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import { roleRequirementsKind, skillWordingKind } from '../kinds/framework-edits.ts';
import { kakehashi } from '../skills.ts';
import { overlay } from './overlay.ts';

/**
 * The compact framework as it is published: the package's with what editors changed. The same object until one of
 * their documents changes, so that what the package computes of it once is kept.
 */
export class CurrentFramework {
  readonly #model: PublishedRecords;
  readonly #onFault: (faults: readonly string[]) => void;
  #sequence = -1;
  #records: readonly PublishedRecord[] = [];
  #framework: Framework = kakehashi;

  /** @param onFault  told where the documents together make no framework; the one before then stays */
  constructor(model: PublishedRecords, onFault: (faults: readonly string[]) => void) {
    this.#model = model;
    this.#onFault = onFault;
  }

  get(): Framework {
    if (this.#model.sequence === this.#sequence) return this.#framework;
    this.#sequence = this.#model.sequence;
    const skills = this.#documents(skillWordingKind.name);
    const roles = this.#documents(roleRequirementsKind.name);
    const records = [...skills, ...roles];
    const isSame =
      records.length === this.#records.length &&
      records.every((record, index) => record === this.#records[index]);
    if (isSame) return this.#framework;
    this.#records = records;
    const edited = overlay(kakehashi, {
      skills: skills.map((record) => dataOf(skillWordingKind, record)),
      roles: roles.map((record) => dataOf(roleRequirementsKind, record)),
    });
    if (edited.ok) this.#framework = edited.framework;
    else this.#onFault(edited.faults);
    return this.#framework;
  }

  /** In the order in which they were last published, so that of two for one part the later holds. */
  #documents(kind: string): PublishedRecord[] {
    return this.#model.ofKind(kind).sort((one, other) => one.updatedAt.getTime() - other.updatedAt.getTime());
  }
}
