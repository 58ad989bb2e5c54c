import type { Label } from '../i18n/localised.ts';

/**
 * What an access token may be used for, by name. A capability adds its own to this interface beside its call of
 * `defineScopes`, as with permissions.
 * @public
 */
export interface Scopes extends Record<keyof typeof common, Label> {}
export type Scope = keyof Scopes & string;

const scopes = new Map<string, Label>();

/**
 * Says what access tokens can be made for; the labels stand beside the boxes to tick.
 * @throws Error when two capabilities define one name
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

/** Every scope that was defined, in order. */
export function definedScopes(): readonly (readonly [name: Scope, label: Label])[] {
  return [...scopes] as [Scope, Label][];
}
