import type { Writing } from '../../../platform/editing/documents.ts';
import { type KindForm, kindForm } from '../../../platform/editing/form/form.ts';
import { may, type Permission } from '../../../platform/identity/permissions.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { KindRegistry } from '../../../platform/publishing/kind.ts';

/** How records of a kind are edited in the site editor. */
export interface EditableKind {
  form: KindForm;
  permission: Permission;
  /** Id of its only record; absent for kinds with many records. */
  only?: string;
  /** Whether records can be created here. */
  begun: boolean;
  /** What it changes in search; absent for nothing. */
  searched?: 'synonyms' | 'vocabulary';
  /** Whether a new record needs an address and a title. */
  named?: true;
  /** Whether it has a start and end of publication. */
  timed?: true;
  /** Whether it is a list of readings used to typeset published records. */
  readings?: true;
  /** Whether it can be exported and imported as a file. */
  listed?: true;
}

type Rule = Omit<EditableKind, 'form'>;

const several = (permission: Permission): Rule => ({ permission, begun: true });
const single = (permission: Permission, only: string): Rule => ({
  permission,
  only,
  begun: false,
});

/** Kinds edited by the body's editors, in the order of the overview. Others have a form at the publishing desk. */
const rules: Readonly<Record<string, Rule>> = {
  feature: { ...several('feature.edit'), named: true },
  notice: { ...several('notice.edit'), timed: true },
  desk: single('page.edit', 'desks'),
  finder: single('page.edit', 'finder'),
  'learning-route': { ...several('learning-route.edit'), named: true },
  'skill-wording': several('framework.edit'),
  'role-requirements': several('framework.edit'),
  page: { permission: 'page.edit', begun: false },
  vocabulary: { ...single('vocabulary.edit', 'vocabulary'), searched: 'vocabulary' },
  synonyms: { ...single('vocabulary.edit', 'synonyms'), searched: 'synonyms' },
  'best-bets': { ...single('vocabulary.edit', 'best-bets'), begun: true },
  'search-cases': { ...single('vocabulary.edit', 'search-cases'), begun: true },
  readings: { ...single('vocabulary.edit', 'readings'), readings: true },
  redirects: { ...single('redirect.edit', 'redirects'), begun: true, listed: true },
};

/** Kinds of the site editor, by name. */
export function editableKinds(kinds: KindRegistry): ReadonlyMap<string, EditableKind> {
  return new Map(
    Object.entries(rules).map(([name, rule]) => [name, { ...rule, form: kindForm(kinds.get(name)) }]),
  );
}

/** An editor's action on a document, for the audit log. */
export function editingBy(user: SignedInUser, at: Date): Writing {
  return { user, at, area: 'editing', object: 'entry' };
}

/** Whether a user may edit records of a kind. */
export function mayEdit(user: SignedInUser, { permission }: EditableKind): boolean {
  return may(user, permission);
}

/** Whether records of a kind may be withdrawn; required ones may not. */
export function isWithdrawable({ only, begun }: EditableKind): boolean {
  return begun && only === undefined;
}
