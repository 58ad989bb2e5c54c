import type { Writing } from '../../../platform/editing/documents.ts';
import { type KindForm, kindForm } from '../../../platform/editing/form/form.ts';
import { may, type Permission } from '../../../platform/identity/permissions.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { KindRegistry } from '../../../platform/publishing/kind.ts';

/** How records of a kind are edited here. */
export interface EditableKind {
  form: KindForm;
  permission: Permission;
  /** Id of its only record; absent: there are many. */
  only?: string;
  /** Whether records of it are begun here. */
  begun: boolean;
  /** What of the search it changes; absent: nothing. */
  searched?: 'synonyms' | 'vocabulary';
  /** Whether whoever begins one gives it an address and a title. */
  named?: true;
  /** Whether it is shown from one moment to another. */
  timed?: true;
  /** Whether it is a list of readings, which published records are typeset by. */
  readings?: true;
  /** Whether it also goes out and comes in as a list in a file. */
  listed?: true;
}

type Rule = Omit<EditableKind, 'form'>;

const several = (permission: Permission): Rule => ({ permission, begun: true });
const single = (permission: Permission, only: string): Rule => ({
  permission,
  only,
  begun: false,
});

/** What the body's own editors write, in the order of the overview. All other kinds have an entry form at the desk. */
const rules: Readonly<Record<string, Rule>> = {
  feature: { ...several('feature.edit'), named: true },
  notice: { ...several('notice.edit'), timed: true },
  desk: single('page.edit', 'desks'),
  finder: single('page.edit', 'finder'),
  page: { permission: 'page.edit', begun: false },
  vocabulary: { ...single('vocabulary.edit', 'vocabulary'), searched: 'vocabulary' },
  synonyms: { ...single('vocabulary.edit', 'synonyms'), searched: 'synonyms' },
  readings: { ...single('vocabulary.edit', 'readings'), readings: true },
  redirects: { ...single('redirect.edit', 'redirects'), begun: true, listed: true },
};

/** The kinds that are edited here, by name. */
export function editableKinds(kinds: KindRegistry): ReadonlyMap<string, EditableKind> {
  return new Map(
    Object.entries(rules).map(([name, rule]) => [name, { ...rule, form: kindForm(kinds.get(name)) }]),
  );
}

/** An editor's act on a document, for the audit log. */
export function editingBy(user: SignedInUser, at: Date): Writing {
  return { user, at, area: 'editing', object: 'entry' };
}

/** Whether somebody may write on records of a kind. */
export function mayEdit(user: SignedInUser, { permission }: EditableKind): boolean {
  return may(user, permission);
}

/** Whether a record of a kind may be taken from the site: what the site cannot do without may not. */
export function isWithdrawable({ only, begun }: EditableKind): boolean {
  return begun && only === undefined;
}
