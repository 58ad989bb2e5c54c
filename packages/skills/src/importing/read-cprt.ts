import type { Framework, ItemKind } from '../framework.ts';
import { sheets } from '../frameworks/sheets.ts';
import { FrameworkBuilder } from './builder.ts';
import { type JsonValue, LONGEST_ID, LONGEST_TEXT, LONGEST_TITLE } from './json-values.ts';
import type { Problems } from './problems.ts';
import { versionIn } from './read-nice.ts';

type ElementKind = ItemKind | 'role' | 'category' | 'competency-area';

/** CPRT's names of element types, which differ between exports: by what they contain. */
function elementKind(type: string): ElementKind | undefined {
  const folded = type.toLowerCase();
  if (folded.includes('role')) return 'role';
  if (folded.includes('competency')) return 'competency-area';
  if (folded.includes('category')) return 'category';
  return (['task', 'knowledge', 'skill'] as const).find((kind) => folded.includes(kind));
}

/**
 * An export of NIST's Cybersecurity and Privacy Reference Tool. Elements and relationships lie nested:
 * `response.elements.elements` and `response.elements.relationships`; relationships run in either direction, and
 * elements of other documents (OPM codes, withdrawn ones) are left aside.
 */
export function readCprt(file: JsonValue, problems: Problems): Framework {
  const parts = file.at('response').at('elements');
  const builder = new FrameworkBuilder(problems);
  const kindOf = new Map<string, ElementKind>();
  const roles: { id: string; title: string; text: string | undefined; place: string }[] = [];
  for (const element of parts.at('elements').list()) {
    const kind = elementKind(element.at('element_type').text(LONGEST_TITLE));
    if (kind === undefined) continue;
    const id = element.at('element_identifier').id();
    const title = element.at('title').optionalText(LONGEST_TEXT);
    const text = element.at('text').optionalText(LONGEST_TEXT);
    const { place } = element;
    if (kind === 'role') roles.push({ id, title: title ?? id, text, place });
    else if (kind === 'category' || kind === 'competency-area') {
      builder.addGroup({ id, kind, title: { en: title ?? id }, ...(text && { text: { en: text } }) }, place);
    } else {
      const wording = text ?? title;
      if (wording === undefined) problems.error('missing', place, 'text');
      builder.addItem({ id, kind, text: { en: wording ?? '' } }, place);
    }
    kindOf.set(id, kind);
  }

  const asked = new Map<string, string[]>();
  const groupOf = new Map<string, string>();
  for (const relationship of parts.at('relationships').list()) {
    const ends = ['source_element_identifier', 'dest_element_identifier'].map(
      (name) => relationship.at(name).optionalText(LONGEST_ID) ?? '',
    );
    for (const id of ends) {
      const isOwn =
        relationship.at('dest_doc_identifier').value === relationship.at('source_doc_identifier').value;
      if (isOwn && !kindOf.has(id)) problems.warning('unknown-reference', relationship.place, id);
    }
    const role = ends.find((id) => kindOf.get(id) === 'role');
    const other = ends.find((id) => id !== role);
    const kind = kindOf.get(other ?? '');
    if (role === undefined || other === undefined || kind === undefined) continue;
    if (kind === 'category') groupOf.set(role, other);
    else if (kind !== 'role' && kind !== 'competency-area') {
      asked.set(role, [...(asked.get(role) ?? []), other]);
    }
  }
  for (const { id, title, text, place } of roles) {
    const group = groupOf.get(id);
    const requires = [...new Set(asked.get(id))].map((item) => ({ item }));
    builder.addRole(
      { id, title: { en: title }, ...(text && { text: { en: text } }), ...(group && { group }), requires },
      place,
    );
  }
  const [document] = parts.at('documents').list(true);
  return builder.build({
    ...sheets.nice,
    version: versionIn(document?.at('version').optionalText(LONGEST_TITLE)),
  });
}
