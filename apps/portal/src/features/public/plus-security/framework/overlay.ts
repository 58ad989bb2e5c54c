import {
  type Framework,
  type Level,
  parseFramework,
  type Requirement,
  type Wording,
} from '@kakehashi/skills';
import type { RoleRequirements } from '../kinds/role-requirements-schema.ts';
import type { SkillWording } from '../kinds/skill-wording-schema.ts';

/** What editors changed of the compact framework: a document for each skill and role that differs. */
export interface FrameworkEdits {
  readonly skills: readonly SkillWording[];
  readonly roles: readonly RoleRequirements[];
}

export type Overlaid =
  | { readonly ok: true; readonly framework: Framework }
  | { readonly ok: false; readonly faults: readonly string[] };

type LevelField = 'knows' | 'withHelp' | 'alone' | 'leads';

/** The field of a document for each level, by the level's id. */
const levelFields: Readonly<Partial<Record<string, LevelField>>> = {
  knows: 'knows',
  'with-help': 'withHelp',
  alone: 'alone',
  leads: 'leads',
};

/**
 * The package's framework with the wording, levels and requirements that editors gave it. Identifiers stay those of
 * the package: a document for one that the package no longer has changes nothing. The whole is judged by the package.
 */
export function overlay(base: Framework, { skills, roles }: FrameworkEdits): Overlaid {
  const skillEdits = new Map(skills.map((edit) => [edit.skill, edit]));
  const roleEdits = new Map(roles.map((edit) => [edit.role, edit]));
  const edited: Framework = {
    ...base,
    items: base.items.map((item) => {
      const edit = skillEdits.get(item.id);
      if (!edit) return item;
      const { title, text } = edit;
      const levels = levelWordings(base.levels, edit);
      return {
        ...item,
        title: withWording(item.title, title),
        ...(text && { text: withWording(item.text, text) }),
        ...(levels && { levels: { ...item.levels, ...levels } }),
      };
    }),
    roles: base.roles.map((role) => {
      const edit = roleEdits.get(role.id);
      if (!edit) return role;
      const requires = requirementsOf(base, edit);
      return {
        ...role,
        title: withWording(role.title, edit.title),
        ...(edit.text && { text: withWording(role.text, edit.text) }),
        ...(requires.length > 0 && { requires }),
      };
    }),
  };
  const parsed = parseFramework(edited);
  return parsed.ok
    ? { ok: true, framework: parsed.framework }
    : { ok: false, faults: parsed.problems.map(({ place, message }) => `${place}: ${message.ja}`) };
}

function withWording(own: Wording | undefined, { ja, en }: { ja: string; en?: string | undefined }): Wording {
  return { ...own, ja, ...(en !== undefined && { en }) };
}

function levelWordings(
  levels: readonly Level[],
  edit: Pick<SkillWording, 'levels'>,
): Readonly<Record<string, Wording>> | undefined {
  const worded = levels.flatMap(({ id }) => {
    const name = levelFields[id];
    const wording = name && edit.levels?.[name];
    return wording ? [[id, withWording(undefined, wording)] as const] : [];
  });
  return worded.length > 0 ? Object.fromEntries(worded) : undefined;
}

function requirementsOf({ levels, items }: Framework, edit: RoleRequirements): Requirement[] {
  const known = new Set(items.map(({ id }) => id));
  return levels.flatMap(({ id: level }) => {
    const name = levelFields[level];
    const ids = (name && edit[name]) ?? [];
    return ids.filter((item) => known.has(item)).map((item): Requirement => ({ item, level }));
  });
}
