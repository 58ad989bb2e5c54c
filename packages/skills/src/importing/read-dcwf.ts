import type { Emphasis, Framework, Mapping, Requirement } from '../framework.ts';
import { sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

/**
 * Statement numbers and role codes share one range of numbers: statements carry the prefix DCWF-, so that the two are
 * never taken for each other.
 */
const PREFIX = 'DCWF-';

const marks: readonly [list: string, emphasis: Emphasis | undefined][] = [
  ['core', 'core'],
  ['additional', 'additional'],
  // Asked, but marked neither core nor additional.
  ['unmarked', undefined],
];

export function readDcwf(file: JsonValue, problems: Problems): Framework {
  const builder = new FrameworkBuilder(problems);
  const numbers = new Set<string>();
  for (const statement of file.at('statements').list()) {
    const id = prefixed(statement.at('id').id());
    numbers.add(id.slice(PREFIX.length));
    // The source tells tasks from KSA, and knowledge from skill nowhere.
    const kind = statement.at('type').text(LONGEST_TITLE).toLowerCase() === 'task' ? 'task' : 'statement';
    builder.addItem({ id, kind, text: { en: statement.at('text').text(LONGEST_TEXT) } }, statement.place);
  }
  const mappings: Mapping[] = [];
  for (const role of file.at('roles').list()) {
    const id = role.at('code').id();
    const title = role.at('title').text(LONGEST_TITLE);
    if (!role.at('withheld').isAbsent) {
      problems.warning('withheld', role.place, `${id} ${title}`);
      continue;
    }
    if (numbers.has(id)) problems.warning('shared-number', role.place, id);
    const text = role.at('text').optionalText(LONGEST_TEXT);
    const nice = role.at('nice').optionalText(LONGEST_TITLE);
    const group = builder.nameGroup(role.at('element').text(LONGEST_TITLE), 'category');
    builder.addRole(
      { id, title: { en: title }, ...(text && { text: { en: text } }), group, requires: requirements(role) },
      role.place,
    );
    if (nice) mappings.push({ id, match: 'near', framework: 'nice', target: nice, by: 'publisher' });
  }
  return builder.build(sheets.dcwf, mappings);
}

function requirements(role: JsonValue): Requirement[] {
  return marks.flatMap(([list, emphasis]) =>
    role
      .at(list)
      .list(true)
      .map((id) => ({ item: prefixed(id.id()), ...(emphasis && { emphasis }) })),
  );
}

function prefixed(id: string): string {
  return id.startsWith(PREFIX) || id === '' ? id : PREFIX + id;
}
