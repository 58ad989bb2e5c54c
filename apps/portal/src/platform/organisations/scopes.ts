import type { Label } from '../i18n/localised.ts';

/**
 * Scopes of access tokens by name. A capability extends this interface beside its call of `defineScopes`, as
 * with permissions.
 * @public
 */
export interface Scopes extends Record<keyof typeof common, Label> {}
export type Scope = keyof Scopes & string;

const scopes = new Map<string, Label>();

/**
 * Defines scopes of access tokens; the labels are shown beside the check boxes.
 * @throws Error if two capabilities define the same name
 * @public
 */
export function defineScopes<const Declared extends Readonly<Record<string, Label>>>(
  declared: Declared,
): Declared {
  for (const [name, label] of Object.entries(declared)) {
    if (scopes.has(name)) throw new Error(`scope ${name} is defined twice`);
    scopes.set(name, label);
  }
  return declared;
}

const common = defineScopes({
  read: { ja: '読み取り', en: 'Read' },
  upload: { ja: 'アップロード', en: 'Upload' },
});

/** Every defined scope, in order. */
export function definedScopes(): readonly (readonly [name: Scope, label: Label])[] {
  return [...scopes] as [Scope, Label][];
}
