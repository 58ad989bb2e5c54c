import { defineKind } from '../../../../platform/publishing/kind.ts';
import { derivedProgramme } from '../derived-programme.ts';
import { plusSecurityPaths } from '../paths.ts';
import { programmeSchema, taxes } from './programme-schema.ts';
import { runPlaces, runStates } from './run.ts';

/**
 * A programme (講座) that adds security knowledge to people who are no specialists: プラス・セキュリティ. Its runs
 * are added, changed and cancelled by the provider without review.
 */
export const programmeKind = defineKind({
  name: 'programme',
  label: { ja: '講座', en: 'Programme' },
  listed: true,
  pagePath: plusSecurityPaths.programme,
  card: { title: 'title', summary: 'summary', operator: 'provider' },
  terms: { tax: taxes, 'run-place': runPlaces, 'run-state': runStates },
  derived: derivedProgramme,
  schema: programmeSchema,
});
