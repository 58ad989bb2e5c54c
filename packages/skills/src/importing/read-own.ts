import type {
  Framework,
  Group,
  Item,
  ItemKind,
  Mapping,
  Match,
  Requirement,
  Role,
  Wording,
} from '../framework.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_ID, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

const itemKinds = new Set<string>(['task', 'knowledge', 'skill', 'statement']);
const groupKinds = new Set<string>(['category', 'competency-area', 'area']);
const matches = new Set<string>(['same', 'wider', 'narrower', 'near']);

/** A framework in this package's own shape, as a site edits it and as `JSON.stringify` writes it. */
export function readOwn(file: JsonValue, problems: Problems): Framework {
  const builder = new FrameworkBuilder(problems);
  const levels = file
    .at('levels')
    .list(true)
    .map((level) => ({
      id: level.at('id').id(),
      title: wording(level.at('title'), LONGEST_TITLE),
      ...optional('text', optionalWording(level.at('text'))),
    }));
  const levelIds = new Set(levels.map(({ id }) => id));
  const checkLevel = (level: string | undefined, place: string) => {
    if (level !== undefined && !levelIds.has(level)) problems.error('unknown-reference', place, level);
  };
  for (const group of file.at('groups').list(true)) builder.addGroup(readGroup(group, problems), group.place);
  for (const item of file.at('items').list()) {
    const read = readItem(item, problems);
    for (const level of Object.keys(read.levels ?? {})) checkLevel(level, `${item.place}.levels`);
    builder.addItem(read, item.place);
  }
  for (const role of file.at('roles').list()) {
    const read = readRole(role, problems);
    for (const { requires } of [read, ...(read.grades ?? [])]) {
      for (const { level, item } of requires) checkLevel(level, `${role.place} (${item})`);
    }
    builder.addRole(read, role.place);
  }
  const mappings = file
    .at('mappings')
    .list(true)
    .map((mapping) => readMapping(mapping, problems));
  const source = file.at('source');
  const licence = file.at('licence');
  return builder.build(
    {
      id: file.at('id').id(),
      version: file.at('version').id(),
      title: wording(file.at('title'), LONGEST_TITLE),
      languages: file
        .at('languages')
        .list()
        .map((language) => (language.value === 'ja' ? 'ja' : 'en')),
      source: {
        publisher: source.at('publisher').text(LONGEST_TITLE),
        title: source.at('title').text(LONGEST_TITLE),
        published: source.at('published').text(LONGEST_ID),
        ...optional('url', source.at('url').optionalText(LONGEST_TITLE)),
      },
      licence: {
        name: licence.at('name').text(LONGEST_TITLE),
        notice: licence.at('notice').text(LONGEST_TEXT),
        ...optional('url', licence.at('url').optionalText(LONGEST_TITLE)),
      },
      levels,
    },
    mappings,
  );
}

function readGroup(group: JsonValue, problems: Problems): Group {
  const kind = group.at('kind').text(LONGEST_ID);
  if (!groupKinds.has(kind)) problems.error('unknown-kind', group.place, kind);
  return {
    id: group.at('id').id(),
    kind: kind as Group['kind'],
    title: wording(group.at('title'), LONGEST_TITLE),
    ...optional('text', optionalWording(group.at('text'))),
  };
}

function readItem(item: JsonValue, problems: Problems): Item {
  const kind = item.at('kind').text(LONGEST_ID);
  if (!itemKinds.has(kind)) problems.error('unknown-kind', item.place, kind);
  const levels = item
    .at('levels')
    .entries()
    .map(([level, value]) => [level, wording(value, LONGEST_TEXT)] as const);
  const replaces = item
    .at('replaces')
    .list(true)
    .map((id) => id.id());
  return {
    id: item.at('id').id(),
    kind: kind as ItemKind,
    ...optional('title', optionalWording(item.at('title'))),
    ...optional('text', optionalWording(item.at('text'))),
    ...(levels.length > 0 && { levels: Object.fromEntries(levels) }),
    ...optional('group', item.at('group').optionalText(LONGEST_ID)),
    ...(replaces.length > 0 && { replaces }),
  };
}

function readRole(role: JsonValue, problems: Problems): Role {
  const grades = role
    .at('grades')
    .list(true)
    .map((grade) => ({
      id: grade.at('id').text(LONGEST_TITLE),
      title: wording(grade.at('title'), LONGEST_TITLE),
      ...optional('text', optionalWording(grade.at('text'))),
      requires: requirements(grade, problems),
    }));
  const aliases = role
    .at('aliases')
    .list(true)
    .map((alias) => alias.text(LONGEST_TITLE));
  return {
    id: role.at('id').id(),
    title: wording(role.at('title'), LONGEST_TITLE),
    ...optional('text', optionalWording(role.at('text'))),
    ...optional('group', role.at('group').optionalText(LONGEST_ID)),
    requires: requirements(role, problems),
    ...(grades.length > 0 && { grades }),
    ...(aliases.length > 0 && { aliases }),
  };
}

function requirements(role: JsonValue, problems: Problems): Requirement[] {
  return role
    .at('requires')
    .list()
    .map((entry) => {
      const emphasis = entry.at('emphasis').optionalText(LONGEST_ID);
      if (emphasis !== undefined && emphasis !== 'core' && emphasis !== 'additional') {
        problems.error('wrong-type', `${entry.place}.emphasis`, 'core, additional');
      }
      return {
        item: entry.at('item').id(),
        ...optional('level', entry.at('level').optionalText(LONGEST_ID)),
        ...optional('emphasis', emphasis as Requirement['emphasis']),
      };
    });
}

function readMapping(mapping: JsonValue, problems: Problems): Mapping {
  const match = mapping.at('match').text(LONGEST_ID);
  if (!matches.has(match))
    problems.error('wrong-type', `${mapping.place}.match`, 'same, wider, narrower, near');
  return {
    id: mapping.at('id').id(),
    match: match as Match,
    framework: mapping.at('framework').id(),
    target: mapping.at('target').id(),
    by: mapping.at('by').value === 'publisher' ? 'publisher' : 'kakehashi',
  };
}

function wording(value: JsonValue, longest: number): Wording {
  const ja = value.at('ja').optionalText(longest);
  const en = ja === undefined ? value.at('en').text(longest) : value.at('en').optionalText(longest);
  return { ...optional('ja', ja), ...optional('en', en) };
}

function optionalWording(value: JsonValue): Wording | undefined {
  return value.isAbsent ? undefined : wording(value, LONGEST_TEXT);
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: Value };
}
