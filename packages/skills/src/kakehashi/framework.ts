import type { Framework, Item, Level, Mapping, Match, Requirement, Role } from '../framework.ts';
import type { Area } from './area.ts';
import { audit } from './areas/audit.ts';
import { daily } from './areas/daily.ts';
import { development } from './areas/development.ts';
import { governance } from './areas/governance.ts';
import { incidents } from './areas/incidents.ts';
import { law } from './areas/law.ts';
import { monitoring } from './areas/monitoring.ts';
import { operations } from './areas/operations.ts';
import { people } from './areas/people.ts';
import { procurement } from './areas/procurement.ts';
import { risk } from './areas/risk.ts';
import { vulnerabilities } from './areas/vulnerabilities.ts';
import { roleGroups, roles, type WrittenRole } from './roles.ts';

const areas: readonly Area[] = [
  governance,
  risk,
  law,
  daily,
  people,
  procurement,
  development,
  operations,
  monitoring,
  incidents,
  vulnerabilities,
  audit,
];

const levels: readonly Level[] = [
  {
    id: 'knows',
    title: { ja: '知っている', en: 'Knows' },
    text: {
      ja: '言葉と目的が分かり、誰に聞けばよいか分かる。',
      en: 'Understands words and purpose, and knows whom to ask.',
    },
  },
  {
    id: 'with-help',
    title: { ja: '助けを得てできる', en: 'Does it with help' },
    text: {
      ja: '手順やひな型があり、聞ける人がいればできる。',
      en: 'Can do it with a procedure or template and somebody to ask.',
    },
  },
  {
    id: 'alone',
    title: { ja: '一人でできる', en: 'Does it alone' },
    text: {
      ja: '自分で判断し、結果に責任を持って進める。',
      en: 'Decides alone and answers for the result.',
    },
  },
  {
    id: 'leads',
    title: { ja: '教え、仕組みにする', en: 'Teaches it and builds it in' },
    text: {
      ja: '人を育て、組織のやり方として定め、改める。',
      en: 'Trains others, makes it the way the organisation works, and improves it.',
    },
  },
];

function itemsOf(area: Area): Item[] {
  return area.skills.map(({ id, title, text, levels: written }) => ({
    id,
    kind: 'skill',
    title,
    text,
    group: area.id,
    ...(written && { levels: Object.fromEntries(levels.map((level, at) => [level.id, written[at]!])) }),
  }));
}

function requirementsOf({ skills }: WrittenRole): Requirement[] {
  return Object.entries(skills).flatMap(([number, list]) =>
    list.split(' ').map((item) => ({ item, level: levels[Number(number) - 1]!.id })),
  );
}

function roleOf(role: WrittenRole): Role {
  const { id, title, text, group } = role;
  return { id, title, text, group, requires: requirementsOf(role) };
}

/** `near nice K0675, wider ecsf S0006`; identifiers may hold blanks, as titles of roles do. */
function mappingsOf({ id, matches }: { id: string; matches: string }): Mapping[] {
  return matches.split(', ').map((entry) => {
    const [match, framework, ...target] = entry.split(' ');
    return { id, match: match as Match, framework: framework!, target: target.join(' '), by: 'kakehashi' };
  });
}

/**
 * The compact framework of this project: 120 skills in plain words of two languages, for people who add security to
 * their work and for the specialists they work with.
 */
export const kakehashi: Framework = {
  id: 'kakehashi',
  version: '1.0.0',
  title: { ja: 'かけはしスキル', en: 'Kakehashi skills' },
  languages: ['ja', 'en'],
  source: { publisher: 'Kakehashi', title: 'Kakehashi skills 1.0.0', published: '2026-11-30' },
  licence: { name: 'Apache License 2.0', notice: 'Kakehashi skills, under the Apache License 2.0.' },
  levels,
  groups: [
    ...areas.map(({ id, title }) => ({ id, kind: 'area' as const, title })),
    ...roleGroups.map(({ id, title }) => ({ id, kind: 'category' as const, title })),
  ],
  items: areas.flatMap(itemsOf),
  roles: roles.map(roleOf),
  mappings: [...areas.flatMap(({ skills }) => skills), ...roles].flatMap(mappingsOf),
};
