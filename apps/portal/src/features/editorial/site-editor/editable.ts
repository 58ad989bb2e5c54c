import { type Entry, isOpen, stageOf } from '../../../platform/editing/entry.ts';
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
  /** Whether it changes what searches find. */
  searched: boolean;
}

type Rule = Omit<EditableKind, 'form'>;

const several = (permission: Permission): Rule => ({ permission, begun: true, searched: false });
const single = (permission: Permission, only: string): Rule => ({
  permission,
  only,
  begun: false,
  searched: false,
});

/** What the body's own editors write, in the order of the overview. All other kinds have an entry form at the desk. */
const rules: Readonly<Record<string, Rule>> = {
  feature: several('feature.edit'),
  notice: several('notice.edit'),
  desk: single('page.edit', 'desks'),
  finder: single('page.edit', 'finder'),
  page: { permission: 'page.edit', begun: false, searched: false },
  vocabulary: { ...single('vocabulary.edit', 'vocabulary'), searched: true },
  synonyms: { ...single('vocabulary.edit', 'synonyms'), searched: true },
  readings: single('vocabulary.edit', 'readings'),
  redirects: { ...single('redirect.edit', 'redirects'), begun: true },
};

/** The kinds that are edited here, by name. */
export function editableKinds(kinds: KindRegistry): ReadonlyMap<string, EditableKind> {
  return new Map(
    Object.entries(rules).map(([name, rule]) => [name, { ...rule, form: kindForm(kinds.get(name)) }]),
  );
}

/** Whether somebody may write on records of a kind. */
export function mayEdit(user: SignedInUser, { permission }: EditableKind): boolean {
  return may(user, permission);
}

/** Whether a record may be written on now: nobody is reading it, and what was withdrawn may come back. */
export function isWritable(entry: Entry): boolean {
  return isOpen(entry) || stageOf(entry) === 'withdrawn';
}

/** Whether a record of a kind may be taken from the site: what the site cannot do without may not. */
export function isWithdrawable({ only, begun }: EditableKind): boolean {
  return begun && only === undefined;
}
