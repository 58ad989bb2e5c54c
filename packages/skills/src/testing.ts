/** Frameworks for tests: arbitrary ones, and shorthand for small ones. */
import fc from 'fast-check';
import type { Framework, Level, Requirement, Role } from './framework.ts';

const levels: readonly Level[] = ['low', 'middle', 'high'].map((id) => ({ id, title: { en: id } }));

/** A framework of roles by name, each with its items, `item:level` where a level is asked. */
export function frameworkOf(
  roles: Readonly<Record<string, readonly string[]>>,
  extra: string[] = [],
): Framework {
  const written = Object.entries(roles).map(
    ([id, asked]): Role => ({ id, title: { en: `Role ${id}` }, requires: asked.map(requirement) }),
  );
  const ids = new Set([...written.flatMap(({ requires }) => requires.map(({ item }) => item)), ...extra]);
  const isLevelled = written.some(({ requires }) => requires.some(({ level }) => level !== undefined));
  return {
    id: 'test',
    version: '1',
    title: { en: 'Test' },
    languages: ['en'],
    source: { publisher: 'Test', title: 'Test', published: '2026-01-01' },
    licence: { name: 'none', notice: 'none' },
    levels: isLevelled ? levels : [],
    groups: [],
    items: [...ids].map((id) => ({ id, kind: 'skill' })),
    roles: written,
    mappings: [],
  };
}

function requirement(entry: string): Requirement {
  const [item = '', level] = entry.split(':');
  return { item, ...(level !== undefined && { level }) };
}

const item = fc.integer({ min: 0, max: 14 }).map((number) => `i${number}`);

function rolesOf(entry: fc.Arbitrary<string>): fc.Arbitrary<Record<string, string[]>> {
  return fc
    .array(fc.uniqueArray(entry, { minLength: 1, maxLength: 8, selector: (name) => name.split(':')[0] }), {
      minLength: 3,
      maxLength: 8,
    })
    .map((lists) => Object.fromEntries(lists.map((list, at) => [`r${at}`, list])));
}

export const plainFrameworks = rolesOf(item).map((roles) => frameworkOf(roles));

/** Every item is asked at a level. */
const levelledFrameworks = rolesOf(
  fc.tuple(item, fc.constantFrom('low', 'middle', 'high')).map(([name, level]) => `${name}:${level}`),
).map((roles) => frameworkOf(roles));

export const anyFrameworks = fc.oneof(plainFrameworks, levelledFrameworks);
