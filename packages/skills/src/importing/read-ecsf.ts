import type { Framework, ItemKind } from '../framework.ts';
import { sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';

const kinds = new Set<string>(['task', 'knowledge', 'skill']);

/** ENISA's profiles in the transcription with `work_role`, `tks` and `relationship`. */
export function readEcsf(file: JsonValue, problems: Problems): Framework {
  const builder = new FrameworkBuilder(problems);
  for (const statement of file.at('tks').list()) {
    const kind = statement.at('type').text(LONGEST_TITLE).toLowerCase();
    if (!kinds.has(kind)) problems.error('unknown-kind', statement.place, kind);
    const text = { en: statement.at('description').text(LONGEST_TEXT) };
    builder.addItem({ id: statement.at('id').id(), kind: kind as ItemKind, text }, statement.place);
  }
  const asked = new Map<string, { item: string }[]>();
  const roles = file.at('work_role').list();
  for (const role of roles) asked.set(role.at('id').id(), []);
  for (const link of file.at('relationship').list()) {
    const role = link.at('work_role_id').id();
    const list = asked.get(role);
    if (list === undefined) problems.error('unknown-reference', link.place, role);
    else list.push({ item: link.at('tks_id').id() });
  }
  for (const role of roles) {
    const id = role.at('id').id();
    const text = role.at('summary_statement').optionalText(LONGEST_TEXT);
    const aliases = role
      .at('alternative_title(s)')
      .list(true)
      .map((alias) => alias.text(LONGEST_TITLE));
    builder.addRole(
      {
        id,
        title: { en: role.at('title').text(LONGEST_TITLE) },
        ...(text && { text: { en: text } }),
        requires: asked.get(id) ?? [],
        ...(aliases.length > 0 && { aliases }),
      },
      role.place,
    );
  }
  return builder.build(sheets.ecsf);
}
