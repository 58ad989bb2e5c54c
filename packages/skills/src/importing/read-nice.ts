import type { Framework, ItemKind } from '../framework.ts';
import { sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

const kinds = new Set<string>(['task', 'knowledge', 'skill']);

/** The NICE Framework with categories, roles that list their statements, and statements. */
export function readNice(file: JsonValue, problems: Problems): Framework {
  const builder = new FrameworkBuilder(problems);
  const groups = [
    ['categories', 'category'],
    ['competencyAreas', 'competency-area'],
  ] as const;
  for (const [list, kind] of groups) {
    for (const group of file.at(list).list(true)) {
      const text = group.at('text').optionalText(LONGEST_TEXT);
      const title = { en: group.at('title').text(LONGEST_TITLE) };
      builder.addGroup(
        { id: group.at('id').id(), kind, title, ...(text && { text: { en: text } }) },
        group.place,
      );
    }
  }
  for (const statement of file.at('statements').list()) {
    const kind = statement.at('type').text(LONGEST_TITLE).toLowerCase();
    if (!kinds.has(kind)) problems.error('unknown-kind', statement.place, kind);
    const text = { en: statement.at('text').text(LONGEST_TEXT) };
    builder.addItem({ id: statement.at('id').id(), kind: kind as ItemKind, text }, statement.place);
  }
  for (const role of file.at('roles').list()) {
    const opm = role.at('opm').optionalText(LONGEST_TITLE);
    const group = role.at('category').optionalText(LONGEST_TITLE);
    const text = role.at('text').optionalText(LONGEST_TEXT);
    builder.addRole(
      {
        id: role.at('id').id(),
        title: { en: role.at('title').text(LONGEST_TITLE) },
        ...(text && { text: { en: text } }),
        ...(group && { group }),
        requires: role
          .at('statements')
          .list()
          .map((statement) => ({ item: statement.id() })),
        ...(opm && { aliases: [opm] }),
      },
      role.place,
    );
  }
  return builder.build({
    ...sheets.nice,
    version: versionIn(file.at('framework').optionalText(LONGEST_TITLE)),
  });
}

/** The number behind the name: a newer release is another version, not a change of this one. */
export function versionIn(name: string | undefined): string {
  return /\d+\.\d+\.\d+/.exec(name ?? '')?.[0] ?? sheets.nice.version;
}
