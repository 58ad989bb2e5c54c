import type { Framework, Item, Requirement, RoleGrade } from '../framework.ts';
import { sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

const NOT_IN_USE = 'NOT IN USE';
const levelIds: readonly string[] = sheets.gddat.levels.map(({ id }) => id);

/**
 * The UK framework: roles without identifiers, known by their titles, in grades whose order the source does not give.
 * A role asks what any of its grades asks, at the lowest level that one of them asks: what one enters it with.
 */
export function readGddat(file: JsonValue, problems: Problems): Framework {
  const builder = new FrameworkBuilder(problems);
  for (const skill of file.at('skills').list()) {
    const text = skill.at('text').optionalText(LONGEST_TEXT);
    const levels = skill
      .at('levels')
      .entries()
      .map(([level, value]) => [level, { en: value.text(LONGEST_TEXT) }] as const);
    for (const [level] of levels) checkLevel(level, skill, problems);
    const item: Item = {
      id: skill.at('id').id(),
      kind: 'skill',
      title: { en: skill.at('name').text(LONGEST_TITLE) },
      ...(text && { text: { en: text } }),
      ...(levels.length > 0 && { levels: Object.fromEntries(levels) }),
    };
    builder.addItem(item, skill.place);
  }
  for (const role of file.at('roles').list()) {
    const title = role.at('role').text(LONGEST_TITLE);
    const text = role.at('text').optionalText(LONGEST_TEXT);
    const grades = role
      .at('levels')
      .list()
      .map((grade) => readGrade(title, grade, problems));
    builder.addRole(
      {
        id: title,
        title: { en: title },
        ...(text && { text: { en: text } }),
        group: builder.nameGroup(role.at('family').text(LONGEST_TITLE), 'category'),
        requires: lowestOf(grades),
        grades,
      },
      role.place,
    );
  }
  return builder.build(sheets.gddat);
}

function readGrade(role: string, grade: JsonValue, problems: Problems): RoleGrade {
  const named = grade.at('title').text(LONGEST_TITLE);
  const isUnused = named.toUpperCase() === NOT_IN_USE;
  if (isUnused) problems.warning('not-in-use', grade.place, role);
  const title = isUnused ? role : named;
  const text = grade.at('text').optionalText(LONGEST_TEXT);
  const requires = grade
    .at('skills')
    .entries()
    .map(([item, level]): Requirement => {
      // The most senior roles name skills without a level.
      const asked = level.optionalText(LONGEST_TITLE);
      if (asked === undefined) return { item };
      checkLevel(asked, level, problems);
      return { item, level: asked };
    });
  return {
    id: `${role} / ${title}`,
    title: { en: title },
    ...(text && text.toUpperCase() !== NOT_IN_USE && { text: { en: text } }),
    requires,
  };
}

function checkLevel(level: string, at: JsonValue, problems: Problems): void {
  if (!levelIds.includes(level)) problems.error('unknown-reference', at.place, level);
}

function lowestOf(grades: readonly RoleGrade[]): Requirement[] {
  const lowest = new Map<string, number>();
  for (const { requires } of grades) {
    for (const { item, level } of requires) {
      const number = level === undefined ? levelIds.length : levelIds.indexOf(level);
      lowest.set(item, Math.min(number, lowest.get(item) ?? number));
    }
  }
  return [...lowest].map(([item, number]) => {
    const level = levelIds[number];
    return { item, ...(level !== undefined && { level }) };
  });
}
