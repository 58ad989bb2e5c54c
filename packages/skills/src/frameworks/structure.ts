import type { Emphasis, Framework, Group, Item, ItemKind, Mapping, Requirement, Role } from '../framework.ts';
import type { FrameworkSheet } from './sheets.ts';

/**
 * The structure of a framework as lines of text: a letter, then columns separated by tabs. It holds identifiers, titles
 * and links, and no statement.
 *
 *     G kind id title
 *     I kind id title?
 *     R id title group aliases(;) requirements
 *     L id title requirements          a grade of the role before it
 *     M id match framework target      as the publisher says
 *
 * Requirements are separated by spaces: the item, `!` core or `+` additional, `:` and the number of the level.
 */
export function writeStructure(framework: Framework): string {
  const levelOf = new Map(framework.levels.map(({ id }, at) => [id, at + 1]));
  const requirements = (requires: readonly Requirement[]) =>
    requires
      .map(({ item, level, emphasis }) => {
        const mark = emphasis === undefined ? '' : emphasis === 'core' ? '!' : '+';
        return item + mark + (level === undefined ? '' : `:${levelOf.get(level)}`);
      })
      .join(' ');
  const lines = [
    ...framework.groups.map(({ id, kind, title }) => ['G', kind, id, title.en]),
    ...framework.items.map(({ id, kind, title }) => ['I', kind, id, title?.en]),
    ...framework.roles.flatMap(({ id, title, group, aliases, requires, grades = [] }) => [
      ['R', id, title.en, group, aliases?.join(';'), requirements(requires)],
      ...grades.map((grade) => ['L', grade.id, grade.title.en, requirements(grade.requires)]),
    ]),
    ...framework.mappings.map(({ id, match, framework: other, target }) => ['M', id, match, other, target]),
  ];
  return lines
    .map((columns) =>
      columns
        .map((column) => column ?? '')
        .join('\t')
        .trimEnd(),
    )
    .join('\n');
}

const emphases: Readonly<Record<string, Emphasis>> = { '!': 'core', '+': 'additional' };

export function readStructure(sheet: FrameworkSheet, text: string): Framework {
  const groups: Group[] = [];
  const items: Item[] = [];
  const roles: (Role & { grades?: { id: string; title: { en: string }; requires: Requirement[] }[] })[] = [];
  const mappings: Mapping[] = [];
  const requirement = (entry: string): Requirement => {
    const [, item = '', mark = '', level] = /^([^:!+]+)([!+]?)(?::(\d))?$/.exec(entry) ?? [];
    const emphasis = emphases[mark];
    const levelId = level === undefined ? undefined : sheet.levels[Number(level) - 1]?.id;
    return { item, ...(levelId !== undefined && { level: levelId }), ...(emphasis && { emphasis }) };
  };
  const requirements = (list = '') => list.split(' ').filter(Boolean).map(requirement);
  for (const line of text.split('\n')) {
    const [letter, ...columns] = line.split('\t');
    const [one = '', two = '', three = '', four = '', five = ''] = columns;
    if (letter === 'G') groups.push({ kind: one as Group['kind'], id: two, title: { en: three } });
    else if (letter === 'I') {
      items.push({ kind: one as ItemKind, id: two, ...(three !== '' && { title: { en: three } }) });
    } else if (letter === 'R') {
      roles.push({
        id: one,
        title: { en: two },
        ...(three !== '' && { group: three }),
        requires: requirements(five),
        ...(four !== '' && { aliases: four.split(';') }),
      });
    } else if (letter === 'L') {
      const role = roles.at(-1)!;
      role.grades ??= [];
      role.grades.push({ id: one, title: { en: two }, requires: requirements(three) });
    } else if (letter === 'M') {
      mappings.push({
        id: one,
        match: two as Mapping['match'],
        framework: three,
        target: four,
        by: 'publisher',
      });
    }
  }
  return { ...sheet, groups, items, roles, mappings };
}
