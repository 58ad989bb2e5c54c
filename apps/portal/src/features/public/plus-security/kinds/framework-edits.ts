import { wordingIn } from '@kakehashi/skills';
import { type ClosedTerms, defineKind } from '../../../../platform/publishing/kind.ts';
import { overlay } from '../framework/overlay.ts';
import { kakehashi } from '../skills.ts';
import { roleRequirementsSchema } from './role-requirements-schema.ts';
import { skillWordingSchema } from './skill-wording-schema.ts';

/** Roles of the compact framework with the package's own words, for forms. */
export const roleTerms = {
  label: { ja: '役割', en: 'Role' },
  values: Object.fromEntries(
    kakehashi.roles.map(({ id, title }) => [
      id,
      { ja: wordingIn(title, 'ja') ?? id, en: wordingIn(title, 'en') ?? id },
    ]),
  ),
} satisfies ClosedTerms;

const notAFramework = {
  ja: 'この内容では、スキルの枠組みとして読めません。',
  en: 'With this the framework of skills cannot be read.',
};

/** A skill of the compact framework in the editors' words. */
export const skillWordingKind = defineKind({
  name: 'skill-wording',
  label: { ja: 'スキルのことば', en: 'Wording of a skill' },
  listed: false,
  schema: skillWordingSchema.refine((edit) => overlay(kakehashi, { skills: [edit], roles: [] }).ok, {
    path: ['skill'],
    params: notAFramework,
  }),
});

/** A role of the compact framework: its words, and what it asks. */
export const roleRequirementsKind = defineKind({
  name: 'role-requirements',
  label: { ja: '役割に必要なスキル', en: 'Skills of a role' },
  listed: false,
  terms: { role: roleTerms },
  schema: roleRequirementsSchema.refine((edit) => overlay(kakehashi, { skills: [], roles: [edit] }).ok, {
    path: ['role'],
    params: notAFramework,
  }),
});
