import { fold } from '../text/fold.ts';
import { fieldStatutes } from './field-statutes.ts';
import { lawNumberOfId, readLawNumber } from './law-number.ts';
import { statuteList } from './statute-list.generated.ts';

/** A law as it can be named: `id` is its e-Gov id and missing where none is known for certain. */
export interface Statute {
  id?: string;
  /** 法令番号, in kanji */
  number?: string;
  title: string;
}

/** A statute, with the order and rule that enforce it, by id. */
interface Entry extends Statute {
  id: string;
  order?: Statute;
  rule?: Statute;
  /** the Act that this order or rule enforces */
  act?: Entry;
}

interface Register {
  byId: Map<string, Entry>;
  byNumber: Map<string, Entry>;
  byName: Map<string, Entry>;
  /** names by their first two characters, longest first */
  byStart: Map<string, string[]>;
}

let register: Register | undefined;

/** Parsed lazily: some 2,100 Acts with their orders. */
function statutes(): Register {
  register ??= build();
  return register;
}

/** The statute of this e-Gov id, an Act or the order or rule for its enforcement. */
export function statuteById(id: string): Statute | undefined {
  return statutes().byId.get(id);
}

/** The statute of a 法令番号, by `LawNumber.key`. */
export function statuteByNumber(key: string): Statute | undefined {
  return statutes().byNumber.get(key);
}

/** The statute of this name, in any width. */
export function statuteByName(name: string): Statute | undefined {
  return statutes().byName.get(fold(name));
}

/** The longest name of a statute at `at` of a folded text. */
export function longestNameAt(text: string, at: number): { name: string; statute: Statute } | undefined {
  const { byStart, byName } = statutes();
  for (const name of byStart.get(text.slice(at, at + 2)) ?? []) {
    if (text.startsWith(name, at)) return { name, statute: byName.get(name) as Entry };
  }
  return undefined;
}

/** The characters that names of statutes begin with. */
export function nameStarts(): Set<string> {
  return new Set([...statutes().byStart.keys()].map((start) => start[0] as string));
}

/** The 施行令 or 施行規則 of an Act, or of the Act that `law` enforces. */
export function enforcementOf(law: Statute, kind: 'order' | 'rule'): Statute {
  const act = actOf(law);
  const known = act.id === undefined ? undefined : statutes().byId.get(act.id)?.[kind];
  return known ?? { title: `${act.title}${kind === 'order' ? '施行令' : '施行規則'}` };
}

/** The Act that an order or rule enforces; an Act itself. */
export function actOf(law: Statute): Statute {
  return (law.id === undefined ? undefined : statutes().byId.get(law.id)?.act) ?? law;
}

/** How many statutes of the field have their names here. */
export function fieldStatuteRows(): { id: string; number: string; title: string; names: string[] }[] {
  return rowsOf(fieldStatutes).map(([id = '', number = '', title = '', names = '']) => ({
    id,
    number,
    title,
    names: names.split(' ').filter(Boolean),
  }));
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'));

function build(): Register {
  const byId = new Map<string, Entry>();
  const byNumber = new Map<string, Entry>();
  const byName = new Map<string, Entry>();
  const shared = new Set<string>();

  function add(entry: Entry, key: string | undefined): Entry {
    byId.set(entry.id, entry);
    if (key !== undefined) byNumber.set(key, entry);
    return entry;
  }
  function enforcing(act: Entry, column: string | undefined, suffix: string): Entry | undefined {
    if (!column) return undefined;
    const [id = '', number] = column.split('=');
    const read = number === undefined ? lawNumberOfId(id) : readLawNumber(number, 0);
    const title = `${act.title}${suffix}`;
    return add({ id, title, act, ...(read ? { number: read.text } : {}) }, read?.key);
  }

  const rows = rowsOf(statuteList);
  for (const [id = '', title = '', , order, rule] of rows) {
    const number = lawNumberOfId(id);
    const act = add({ id, title, ...(number ? { number: number.text } : {}) }, number?.key);
    const cabinetOrder = enforcing(act, order, '施行令');
    const ministerialRule = enforcing(act, rule, '施行規則');
    if (cabinetOrder) act.order = cabinetOrder;
    if (ministerialRule) act.rule = ministerialRule;
    byName.set(fold(title), act);
  }
  for (const [id = '', , shortNames = ''] of rows) {
    for (const name of shortNames
      .split('/')
      .filter((each) => each.length > 2)
      .map(fold)) {
      const other = byName.get(name);
      if (other === undefined) byName.set(name, byId.get(id) as Entry);
      else if (other.id !== id && other.title !== name) shared.add(name);
    }
  }
  for (const name of shared) byName.delete(name);

  for (const { id, number, title, names } of fieldStatuteRows()) {
    const read = readLawNumber(number, 0);
    const entry = byId.get(id) ?? add({ id, title, number }, read?.key);
    entry.title = title;
    for (const name of [title, ...names]) byName.set(fold(name), entry);
  }
  return { byId, byNumber, byName, byStart: byStart(byName) };
}

function byStart(byName: Map<string, Entry>): Map<string, string[]> {
  const starts = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const start = name.slice(0, 2);
    const names = starts.get(start);
    if (names) names.push(name);
    else starts.set(start, [name]);
  }
  for (const names of starts.values()) names.sort((a, b) => b.length - a.length);
  return starts;
}
