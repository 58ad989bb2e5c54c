import type { Framework, Role, RoleGrade } from '../framework.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type HeldItems, heldItems, type IndexedFramework } from './indexed-framework.ts';

/** An item that somebody holds; `level` is a level's id or its number, lowest 1. Without a level it is held in full. */
export interface HeldItem {
  readonly id: string;
  readonly level?: string | number;
}

/** An ability: a role or grade, itself or by its id, alias or title; or items, by id or with a level. */
export type Ability = string | Role | RoleGrade | Iterable<string | HeldItem>;

/** What an ability holds, or as a goal asks. An item without a level is asked at the framework's highest. */
export function resolveAbility(
  index: IndexedFramework,
  ability: Ability,
  field: string,
): HeldItems | Refusal {
  if (isItems(ability)) return resolveItems(index, ability, field);
  const role = roleNamed(index, ability);
  if (role === undefined) return unknownRole(index.framework, field, ability);
  return askedBy(index, role.id) ?? heldItems(role.requires, index.itemPlaces, index.levelNumbers);
}

/** The role or grade that is meant, or undefined where items are, or nothing that is known. */
export function roleNamed({ roles }: IndexedFramework, ability: Ability): Role | RoleGrade | undefined {
  if (isItems(ability)) return undefined;
  const id = isRole(ability) ? ability.id : String(ability);
  return roles.get(id.trim().toLowerCase());
}

export function isRole(ability: unknown): ability is Role | RoleGrade {
  return typeof ability === 'object' && ability !== null && 'requires' in ability && 'id' in ability;
}

function isHeldItem(entry: string | HeldItem): entry is HeldItem {
  return typeof entry === 'object' && entry !== null;
}

function isItems(ability: Ability): ability is Iterable<string | HeldItem> {
  return typeof ability === 'object' && ability !== null && Symbol.iterator in ability;
}

function askedBy(index: IndexedFramework, role: string): HeldItems | undefined {
  const place = index.rolePlaces.get(role);
  return place === undefined ? undefined : index.asked[place];
}

function resolveItems(
  index: IndexedFramework,
  held: Iterable<string | HeldItem>,
  field: string,
): HeldItems | Refusal {
  const levelOf = new Map<number, number>();
  for (const entry of held) {
    const { id, level } = isHeldItem(entry) ? entry : { id: String(entry), level: undefined };
    const place = placeOf(index, id);
    if (place === undefined) return unknownItem(index.framework, field, id);
    const number = levelNumber(index, level);
    if (number === undefined) return unknownLevel(index.framework, field, level);
    levelOf.set(place, Math.max(number, levelOf.get(place) ?? 0));
  }
  return { items: Int32Array.from(levelOf.keys()), levels: Uint8Array.from(levelOf.values()) };
}

/** DCWF prints bare statement numbers, which are codes of roles too; as items they are meant without a doubt. */
export function placeOf({ itemPlaces, framework }: IndexedFramework, id: string): number | undefined {
  return itemPlaces.get(id) ?? (framework.id === 'dcwf' ? itemPlaces.get(`DCWF-${id}`) : undefined);
}

/** Number of a level: 0 without one, undefined for a level that the framework does not have. */
export function levelNumber(
  { levelNumbers, framework }: IndexedFramework,
  level: string | number | undefined,
): number | undefined {
  if (level === undefined) return 0;
  if (typeof level === 'string') return levelNumbers.get(level);
  return Number.isInteger(level) && level >= 1 && level <= framework.levels.length ? level : undefined;
}

function unknownRole(framework: Framework, field: string, value: unknown): Refusal {
  return refuse('unknown-role', field, value, {
    ja: `枠組み ${framework.id} に「${short(value)}」という役割はありません。`,
    en: `Framework ${framework.id} has no role "${short(value)}".`,
  });
}

function unknownItem(framework: Framework, field: string, value: unknown): Refusal {
  return refuse('unknown-item', field, value, {
    ja: `枠組み ${framework.id} に「${short(value)}」という項目はありません。`,
    en: `Framework ${framework.id} has no item "${short(value)}".`,
  });
}

function unknownLevel(framework: Framework, field: string, value: unknown): Refusal {
  return refuse('unknown-level', field, value, {
    ja: `枠組み ${framework.id} に「${short(value)}」というレベルはありません。`,
    en: `Framework ${framework.id} has no level "${short(value)}".`,
  });
}

function short(value: unknown): string {
  return (isRole(value) ? value.id : String(value)).slice(0, 80);
}
